// One command from a bare clone to pages in a browser: packages, database, the seed filing, the sample market, build, serve.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuild } from "./build.mjs";
import { fail, root, run, setUp } from "./setup.mjs";
import { startServer } from "./start.mjs";

const SEED = join("tests", "fixtures", "seed", "qualys-posey-form4.md");

setUp();
// The demo's own database, so that invented sample filings never mix with a user's ledger.
process.env.DATABASE_URL ??= `file:${join(root, "data", "demo.db")}`;
process.env.INSIDER_HOME ??= root;
const insider = (...words) => run(process.execPath, [join("bin", "insider.mjs"), ...words]);
insider("ingest", SEED, "--issuer-cik", "1107843", "--owner-cik", "1254781");
const market = join(root, "data", "sample-market");
if (!existsSync(join(market, "truth.json"))) {
  rmSync(market, { recursive: true, force: true });
  insider("sample", "--demo", "--out", market);
}
insider("ingest", join(market, "submissions"));
ensureBuild();

const port = process.env.PORT ?? "3000";
const url = `http://localhost:${port}`;
startServer({ port });
for (let tries = 0; ; tries += 1) {
  const answer = await fetch(url).catch(() => null);
  if (answer !== null) break;
  if (tries > 120) fail(`The server did not answer at ${url}.`);
  await sleep(250);
}
process.stdout.write(`
The insider ledger is at ${url}
  The filing to start with: ${url}/issuers/QLYS
  Stop with Ctrl-C. A second run reuses what is there.
`);
