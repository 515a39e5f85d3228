import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { filingsInOrder } from "@/lib/analytics/rows/filing-order";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { generateIssuers } from "@/lib/sample/generate-sample";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { FLOORS } from "./floors";
import { allMeasures, Inputs, MEASURES } from "./issuer-measures";

const FILINGS = process.env.FILINGS_DIR ?? "../shared/filings";
const ROWS = 20_000;
/** The sample market writes about two rows a filing. */
const FILINGS_FOR_ROWS = 11_000;
const WARM_UP = 2;
const ROUNDS = 9;
/** One pass is too short for the clock: so many are timed together. */
const PASSES = 50;

/** An issuer's documents, each with its filing id. */
type Issuer = readonly { id: string; document: OwnershipDocument }[];

/**
 * `npm run bench -- measures [--rounds N]`: every measure of an issuer with 20,000 rows, and all of them together, as multiples
 * of one pass over the same rows that sums a column. Column and measures alternate, round by round, over filings read anew, so
 * that nothing kept on a filing is had for free; the figures are medians of the rounds. Times are the process's own processor
 * time, collector and compiler threads included: a pass ends before another program can interrupt it, a measure doesn't. Then
 * the same for the real filings at hand, issuer by issuer.
 */
export function benchMeasures(): void {
  const issuer = sampleIssuer();
  const times = timeRounds(issuer);
  console.log(`${count(issuer)} rows of ${issuer.length} filings of one made-up issuer; medians of ${rounds()} rounds`);
  console.log(`node ${process.version}${["", ...process.execArgv].join(" ")}`);
  report("column pass", times.column, times.column);
  for (const { name } of FLOORS) report(`floor: ${name}`, times.floors.get(name) ?? [], times.column);
  for (const { name } of MEASURES) report(name, times.each.get(name) ?? [], times.column);
  report("all together", times.all, times.column);
  console.log(`aim for all together: 40.0`);
  report("with one filing more", times.oneMore, times.column);
  report("the others kept", times.kept, times.column);
  console.log(`one new filing, the others kept: ${share(times.kept, times.oneMore)} % of a full recompute`);
  console.log(`all together, the first time in a process: ${times.first.toFixed(0)} ms`);
  benchRealFilings();
}

interface Times {
  column: number[];
  floors: Map<string, number[]>;
  each: Map<string, number[]>;
  all: number[];
  /** All measures again after one more filing: what a refresh after a new filing works out. */
  oneMore: number[];
  /** The same, with the other filings and what is kept on them at hand: only what the new filing touches is worked out anew. */
  kept: number[];
  /** All measures in a process that has compiled nothing and read no note yet. */
  first: number;
}

function timeRounds(issuer: Issuer): Times {
  const times: Times = {
    column: [],
    floors: new Map(FLOORS.map(({ name }) => [name, []])),
    each: new Map(MEASURES.map(({ name }) => [name, []])),
    all: [],
    oneMore: [],
    kept: [],
    first: Number.NaN,
  };
  const oneLess = issuer.slice(0, -1);
  for (let round = -WARM_UP; round < rounds(); round += 1) {
    const filings = factsOf(oneLess);
    const column = columnTime([filings]);
    const floors = timeFloors(oneLess);
    const all = timed(() => allMeasures(filings));
    const [added] = factsOf(issuer.slice(-1));
    const kept = timed(() => allMeasures(added === undefined ? filings : [...filings, added]));
    const more = factsOf(issuer);
    const oneMore = timed(() => allMeasures(more));
    const each = timeEach(factsOf(oneLess));
    if (round === -WARM_UP) times.first = all;
    if (round < 0) continue;
    times.column.push(column);
    times.all.push(all);
    for (const [name, time] of floors) times.floors.get(name)?.push(time);
    times.oneMore.push(oneMore);
    times.kept.push(kept);
    for (const [name, time] of each) times.each.get(name)?.push(time);
  }
  return times;
}

/** Each over filings that nothing is known of but their order and the list of their rows. */
function timeFloors(issuer: Issuer): Map<string, number> {
  const filings = filingsInOrder(factsOf(issuer));
  return new Map(FLOORS.map(({ name, run }) => [name, timed(() => run(filings))]));
}

/** Each measure by itself; what other measures give it is worked out beforehand. */
function timeEach(filings: readonly FilingFacts[]): Map<string, number> {
  const inputs = new Inputs(filings);
  return new Map(
    MEASURES.map(({ name, needs, run }) => {
      for (const need of needs) inputs[need];
      return [name, timed(() => run(inputs))];
    }),
  );
}

/** Real filings are short issuers: the measures of each, one after another. */
function benchRealFilings(): void {
  const issuers = realIssuers();
  if (issuers.length === 0) {
    console.log(`No real filings at ${FILINGS}.`);
    return;
  }
  const column: number[] = [];
  const all: number[] = [];
  for (let round = -1; round < Math.ceil(rounds() / 2); round += 1) {
    const filings = issuers.map(factsOf);
    const times = [columnTime(filings), timed(() => filings.map(allMeasures))] as const;
    if (round < 0) continue;
    column.push(times[0]);
    all.push(times[1]);
  }
  const rows = issuers.reduce((sum, issuer) => sum + count(issuer), 0);
  console.log(`${rows} rows of ${issuers.length} real issuers`);
  report("column pass", column, column);
  report("all together", all, column);
}

/** What everything is compared with: shares of the rows whose filing has a date and an owner, null checked. */
function sumColumn(issuers: readonly (readonly FilingFacts[])[]): number {
  let sum = 0;
  for (const filings of issuers) {
    for (const { rows } of filings) {
      for (const row of rows) {
        const { filing, shares } = row;
        if (shares !== null && filing.filingDate !== "" && filing.ownerKey !== "") sum += shares;
      }
    }
  }
  return sum;
}

function columnTime(issuers: readonly (readonly FilingFacts[])[]): number {
  let total = 0;
  const time = timed(() => {
    for (let pass = 0; pass < PASSES; pass += 1) total += sumColumn(issuers);
  });
  if (!(total > 0)) throw new Error("The column adds up to nothing.");
  return time / PASSES;
}

function sampleIssuer(): Issuer {
  const [issuer] = generateIssuers({ filings: FILINGS_FOR_ROWS, seed: 3, issuers: 1 });
  const chosen: { id: string; document: OwnershipDocument }[] = [];
  let rows = 0;
  for (const { document } of issuer?.filings ?? []) {
    if (rows >= ROWS) break;
    rows += document.nonDerivativeTable.length + document.derivativeTable.length;
    chosen.push({ id: document.accession ?? "", document });
  }
  return chosen;
}

function realIssuers(): Issuer[] {
  const folder = join(FILINGS, "xml");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((cik) =>
    readdirSync(join(folder, cik)).map((file) => ({
      id: file.replace(".xml", ""),
      document: readOwnershipXml(readFileSync(join(folder, cik, file))).document,
    })),
  );
}

function factsOf(issuer: Issuer): FilingFacts[] {
  return issuer.map(({ id, document }) => filingFacts(id, document));
}

function count(issuer: Issuer): number {
  return issuer.reduce(
    (sum, { document }) => sum + document.nonDerivativeTable.length + document.derivativeTable.length,
    0,
  );
}

/** Milliseconds of processor time. */
function timed(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function rounds(): number {
  const at = process.argv.indexOf("--rounds");
  return at === -1 ? ROUNDS : Number(process.argv[at + 1]);
}

/** Median time, and the median of the rounds' own ratios: both runs of a round met the same machine. */
function report(name: string, times: readonly number[], column: readonly number[]): void {
  const ratios = times.map((time, i) => time / (column[i] ?? Number.NaN));
  console.log(
    `${name.padEnd(28)} ${median(times).toFixed(2).padStart(9)} ms  ${median(ratios).toFixed(1).padStart(8)} ×`,
  );
}

/** The median of the rounds' own shares, in percent. */
function share(part: readonly number[], whole: readonly number[]): string {
  return (100 * median(part.map((time, i) => time / (whole[i] ?? Number.NaN)))).toFixed(0);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
