import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findAmendments } from "@/lib/analytics/counting/amendments";
import { doubleCountMeter } from "@/lib/analytics/counting/joint-events";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { ledgerAudit, type Residual } from "@/lib/analytics/holdings/ledger-audit";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { planCards } from "@/lib/analytics/plans/plans";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { findClusters } from "@/lib/analytics/signals/clusters";
import { exits } from "@/lib/analytics/signals/exits";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { counted } from "@/lib/analytics/values";
import { classOf } from "@/lib/ownership/codes";
import { FILINGS } from "./filings";
import { type IssuerResults, issuerResults } from "./hand-checked/issuer-results";

/** Words of what was found, by heading: each word is one row, card, episode, … */
type Tallies = Map<string, string[]>;

const HEADINGS = [
  "Table I transactions by class",
  "Table II transactions by class",
  "Plan status of P and S rows",
  "Plan cards",
  "Waiting period of plans with an adoption date",
  "Episodes",
  "Episode flags",
  "Balance lines",
  "Steps of the ledger",
  "Residuals",
  "Splits",
  "Joint copies",
  "Amendments",
  "Rows superseded",
  "Price flags",
  "Clusters (3 persons, 14 days, $100,000)",
  "Lateness, filings whose full submission is at hand",
  "Exits, by owner",
  "Short-swing matches, by owner and class",
] as const;

/** What the measures find over every issuer of the corpus, as Markdown; the figures of docs/measures/real-filings.md. */
export function summary(): string {
  const tallies: Tallies = new Map(HEADINGS.map((heading) => [heading, []]));
  let filings = 0;
  let gross = 0;
  let net = 0;
  const ciks = issuers();
  for (const cik of ciks) {
    const results = issuerResults(cik, "all");
    filings += results.filings.length;
    const meter = doubleCountMeter(results.inForce, new Map(results.flags.map((flag) => [flag.address, flag.flag])));
    gross += meter.gross.buys.value + meter.gross.sales.value;
    net += meter.net.buys.value + meter.net.sales.value;
    tally(results, (heading, ...words) => tallies.get(heading)?.push(...words));
  }
  const head = `${filings} filings of ${ciks.length} issuers. Buys and sales of Table I: $${millions(gross)} million with every copy, $${millions(net)} million counted once.`;
  return [head, ...[...tallies].map(([heading, words]) => table(heading, words))].join("\n\n");
}

export function issuers(): string[] {
  return readdirSync(join(FILINGS, "xml")).sort();
}

/** Steps of an issuer's balance lines that don't add up. */
export function residualsOf({ lines, inForce }: IssuerResults): readonly Residual[] {
  return ledgerAudit(lines, findSplits(lines, inForce)).residuals;
}

type Tell = (heading: (typeof HEADINGS)[number], ...words: string[]) => void;

function tally(results: IssuerResults, tell: Tell): void {
  rowsOf(results, tell);
  plansOf(results, tell);
  ledgerOf(results, tell);
  eventsOf(results, tell);
}

function rowsOf({ rows, flags, copies }: IssuerResults, tell: Tell): void {
  for (const row of rows) {
    if (row.kind !== "transaction") continue;
    tell(`Table ${row.table} transactions by class`, classOf(row.code, row.equitySwapInvolved) ?? "none");
    if (row.code === "P" || row.code === "S") tell("Plan status of P and S rows", status(row));
  }
  tell("Price flags", ...flags.map((flag) => flag.flag));
  tell("Joint copies", ...[...copies.values()].map((copy) => copy.rule.split(":")[0] ?? ""));
}

function status(row: FiledRow): string {
  const found = planOfRow(row);
  if (found === null || found.planned === null) return `unknown: ${found?.reason}`;
  return `${found.planned ? "yes" : "no"} by ${found.basis}`;
}

function plansOf({ counted: filings, excluded }: IssuerResults, tell: Tell): void {
  for (const { adoption, waiting } of planCards(filings, { excluded })) {
    tell("Plan cards", adoption === null ? "no adoption date" : `adopted on a known ${adoption.precision}`);
    if (adoption === null) continue;
    tell(
      "Waiting period of plans with an adoption date",
      `${waiting.outcome}${waiting.reason ? `: ${waiting.reason}` : ""}`,
    );
  }
  for (const episode of exerciseEpisodes(filings)) {
    tell("Episodes", `${episode.type}, ${episode.outcome}`.replaceAll("-", " "));
    tell("Episode flags", ...episode.flags.map((flag) => flag.replaceAll("-", " ")));
  }
}

function ledgerOf({ lines, inForce }: IssuerResults, tell: Tell): void {
  const splits = findSplits(lines, inForce);
  const { checked, closed, residuals } = ledgerAudit(lines, splits);
  for (const { table: number, unit, marks } of lines) {
    const marked = marks.length === 0 ? "" : `, ${marks.join(" and ")}`;
    tell("Balance lines", `Table ${number}, ${unit}${marked}`.replaceAll("-", " "));
  }
  tell("Steps of the ledger", ...Array<string>(closed).fill("closed"), ...Array<string>(checked - closed).fill("open"));
  tell("Residuals", ...residuals.map((residual) => residual.explanation));
  tell("Splits", ...splits.map((split) => (split.confirmed ? "confirmed" : "candidate, not confirmed")));
}

function eventsOf(results: IssuerResults, tell: Tell): void {
  const { filings, inForce, excluded, counted: net, superseded } = results;
  for (const { problem, rule } of findAmendments(filings).amendments) {
    tell("Amendments", problem ?? `original found by ${rule === "estimated" ? "estimate" : rule}`);
  }
  tell(
    "Rows superseded",
    ...[...superseded.values()].map(({ rule }) => `by ${rule === "estimated" ? "estimate" : rule}`),
  );
  const { clusters } = findClusters(inForce, { excluded });
  tell("Clusters (3 persons, 14 days, $100,000)", ...clusters.map((cluster) => cluster.side));
  tell(
    "Exits, by owner",
    ...exits(inForce).map((exit) => (exit.cameBack === null ? "did not come back" : "came back")),
  );
  tell(
    "Short-swing matches, by owner and class",
    ...shortSwings(net.flatMap((filing) => filing.rows)).map(({ pairs }) =>
      pairs.length === 1 ? "one pair" : "several pairs",
    ),
  );
  for (const filing of filings) {
    if (filing.filingDate === null) continue;
    const { status: word, reason } = filingLateness(filing).worst;
    tell("Lateness, filings whose full submission is at hand", reason === null ? word : `${word}: ${reason}`);
  }
}

function table(heading: string, words: readonly string[]): string {
  const rows = [...counted(words)].sort(([, a], [, b]) => b - a);
  const of = (count: number) => `${((100 * count) / words.length).toFixed(1)} %`;
  const lines = rows.map(([word, count]) => `| ${word} | ${count} | ${of(count)} |`);
  return [`| ${heading} | ${words.length} | share |`, "|---|---:|---:|", ...lines].join("\n");
}

function millions(dollars: number): string {
  return (dollars / 1e6).toFixed(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(`${summary()}\n`);
