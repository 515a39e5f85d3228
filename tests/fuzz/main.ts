import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type CorpusKind, FILINGS, FORMATS, hasFilings, loadCorpus } from "./corpus";
import { Figures, peakMb } from "./figures";
import { mutatedInput } from "./mutations/mutate";
import { runFuzz } from "./run-fuzz";

/** A filing or an archive of them is read within this, whatever its bytes are. */
const MOST_MB = 512;

const USAGE = `npm run fuzz -- [options]
  --mutations N   how many inputs (100,000)
  --seed S        a whole number (1)
  --from N        begin at input number N (0), to go on from where a run failed
  --format F      ${FORMATS.join(", ")}; may come several times (all)
  --corpus C      real ($FILINGS_DIR or ../shared/filings) or own (fixtures and written filings)
  --limit MS      what takes longer is a hang (10,000)
  --write FOLDER  write the inputs to a folder instead of reading them`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      mutations: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      from: { type: "string", default: "0" },
      format: { type: "string", multiple: true },
      corpus: { type: "string", default: hasFilings ? "real" : "own" },
      limit: { type: "string", default: "10000" },
      write: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const formats = FORMATS.filter((format) => values.format?.includes(format) ?? true);
  const [mutations, seed, from, limitMs] = [values.mutations, values.seed, values.from, values.limit].map(Number);
  const numbers = [mutations, seed, from, limitMs].filter((one): one is number => Number.isInteger(one));
  const [count = 0, start = 0, first = 0, limit = 0] = numbers;
  if (values.help || numbers.length < 4 || formats.length === 0 || !isCorpus(values.corpus)) {
    console.error(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const task = { corpus: values.corpus, formats, seed: start, from: first, to: first + count };
  if (values.write !== undefined) return writeInputs(task, values.write);
  console.log(`${count} mutations of ${values.corpus === "real" ? FILINGS : "own filings"}, seed ${start}`);
  const figures = new Figures();
  await runFuzz({ ...task, limitMs: limit, onJudged: (judged) => figures.add(judged) });
  console.log(figures.report().join("\n"));
  const peak = peakMb();
  if (peak > MOST_MB) console.log(`\nFAILURE The process held ${peak} MB, more than ${MOST_MB}.`);
  if (figures.failures.length > 0)
    console.log(`\nSee an input with: --seed ${start} --from <number> --mutations 1 --write <folder>`);
  process.exitCode = figures.failures.length > 0 || peak > MOST_MB ? 1 : 0;
}

function isCorpus(text: string): text is CorpusKind {
  return text === "real" || text === "own";
}

interface Range {
  corpus: CorpusKind;
  formats: readonly (typeof FORMATS)[number][];
  seed: number;
  from: number;
  to: number;
}

async function writeInputs({ corpus: kind, formats, seed, from, to }: Range, folder: string): Promise<void> {
  const corpus = await loadCorpus(kind);
  mkdirSync(folder, { recursive: true });
  for (let n = from; n < to; n++) {
    const input = mutatedInput(corpus, formats, seed, n);
    for (const [name, bytes] of input.parts) {
      const path = join(folder, `${n}-${input.format}-${name.split("/").at(-1)}`);
      writeFileSync(path, bytes);
      console.log(path);
    }
  }
}

await main();
