import { benchDataset } from "./dataset";
import { benchIngest } from "./ingest/bench-ingest";
import { ingestOnce } from "./ingest/ingest-apart";
import { benchMeasures } from "./measures";
import { benchPages } from "./pages";
import { benchParse } from "./parse";
import { benchScreener } from "./screener";

/** `npm run bench -- <name>`: each measurement prints its own figures. */
const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  parse: benchParse,
  dataset: benchDataset,
  ingest: benchIngest,
  measures: benchMeasures,
  screener: benchScreener,
  pages: benchPages,
};

const name = process.argv[2] ?? "";
const bench = name === "ingest-once" ? ingestOnce : BENCHES[name];
if (bench === undefined) {
  console.error(`No measurement is called “${name}”. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exitCode = 2;
} else await bench();
