import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { currentHoldings } from "@/lib/analytics/holdings/current-holdings";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { planStatus } from "@/lib/analytics/plans/plan-status";
import { planCards } from "@/lib/analytics/plans/plans";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { priceFlags } from "@/lib/analytics/prices/price-flags";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { rowLateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue } from "@/lib/analytics/values";
import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import { checkDocument } from "@/lib/sources/document-checks";
import { documentId } from "@/lib/sources/document-id";
import { applyIdentity } from "@/lib/sources/identity/apply-identity";
import { toPublicDocument } from "@/lib/sources/json-line";
import { Unsound } from "./unsound";

/** Takes a document the way that a filing takes, and throws where something on it does, or a number is none. */
export function checkReading(document: OwnershipDocument, warnings: readonly Warning[], file: string): void {
  const checks = checkDocument(document);
  const identified = applyIdentity(document, { file });
  contradictIdentity(document, file);
  const all = [...warnings, ...checks, ...identified.warnings];
  checkWarnings(all);
  const id = documentId(identified.document);
  const line = toPublicDocument(file, id, identified.document, all);
  const copy: unknown = JSON.parse(JSON.stringify(line));
  if (JSON.stringify(copy) !== JSON.stringify(line)) throw new Unsound("The public line does not survive JSON");
  checkMeasures(filingFacts(id, identified.document));
}

/** Strangers' CIKs: they are taken, or refused with a code. */
function contradictIdentity(document: OwnershipDocument, file: string): void {
  try {
    applyIdentity(document, { file, options: { issuerCik: "1107843", ownerCiks: ["1254781"], filed: "2018-12-11" } });
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
  }
}

const LONGEST_WARNING = 5_000;

function checkWarnings(warnings: readonly Warning[]): void {
  for (const { code, message } of warnings) {
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(code)) throw new Unsound(`“${code}” is no warning's code`);
    if (message.length > LONGEST_WARNING) throw new Unsound(`The warning ${code} has ${message.length} characters`);
  }
}

function checkMeasures(facts: FilingFacts): void {
  const filings = [facts];
  finite("rows", facts.rows);
  finite("plan status", [...planStatus(facts)]);
  const lines = balanceLines(filings);
  finite("balance lines", lines);
  finite("ledger audit", ledgerAudit(lines));
  finite("current holdings", currentHoldings(lines));
  finite("episodes", exerciseEpisodes(filings));
  finite("plan cards", planCards(filings));
  finite("price flags", priceFlags(filings));
  for (const row of facts.rows) {
    finite("price band", priceBand(row));
    finite("row value", rowValue(row));
    finite("lateness", rowLateness(row));
  }
}

/** No number anywhere below is NaN or infinite: what is unknown is null. */
function finite(what: string, value: unknown): void {
  const seen = new Set<object>();
  const walk = (one: unknown, path: string): void => {
    if (typeof one === "number" && !Number.isFinite(one)) throw new Unsound(`${what}: ${path} is ${one}`);
    if (typeof one !== "object" || one === null || seen.has(one)) return;
    seen.add(one);
    for (const [key, entry] of entriesOf(one)) if (key !== "filing") walk(entry, `${path}.${key.slice(0, 40)}`);
  };
  walk(value, "");
}

function entriesOf(one: object): [string, unknown][] {
  if (one instanceof Map) return [...one].map(([key, entry]) => [String(key), entry]);
  return Object.entries(one instanceof Set ? [...one] : one);
}
