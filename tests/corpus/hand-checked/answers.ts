import { findAmendments } from "@/lib/analytics/counting/amendments";
import { doubleCountMeter } from "@/lib/analytics/counting/joint-events";
import type { Episode } from "@/lib/analytics/exercise/episode";
import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { ledgerAudit } from "@/lib/analytics/holdings/ledger-audit";
import { roster } from "@/lib/analytics/holdings/roster";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { type PlanCard, planCards } from "@/lib/analytics/plans/plans";
import { priceBand } from "@/lib/analytics/prices/price-band";
import { type FiledRow, rowAddress } from "@/lib/analytics/rows/filed-row";
import { findClusters } from "@/lib/analytics/signals/clusters";
import { exits } from "@/lib/analytics/signals/exits";
import { gifts } from "@/lib/analytics/signals/gifts";
import { shortSwings } from "@/lib/analytics/signals/short-swing";
import { stableSum } from "@/lib/analytics/sums";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { rowValue, type Total, totals } from "@/lib/analytics/values";
import type { IssuerResults } from "./issuer-results";

/** What a measure says of a subject (`of` in facts.tsv), in the words of the `expected` column. */
export type Answer = (results: IssuerResults, of: string) => string;

const money = (results: IssuerResults) => totals(results.rows, results.excluded);

const total = ({ rows, value, sharesByClass }: Total) =>
  `rows ${rows.length}; value ${value}; shares ${stableSum([...sharesByClass.values()])}`;

function rowAt({ filings }: IssuerResults, address: string): FiledRow {
  return only(
    filings.flatMap((filing) => filing.rows).filter((row) => rowAddress(row) === address),
    address,
  );
}

function only<T>(found: readonly T[], of: string): T {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} of ${of}`);
  return first;
}

function episodesOf({ counted }: IssuerResults): Episode[] {
  return exerciseEpisodes(counted);
}

function planOf(results: IssuerResults, of: string): PlanCard {
  const [owner, adoption] = of.split("|");
  const cards = planCards(results.counted, { excluded: results.excluded });
  return only(
    cards.filter((card) => card.ownerKey === owner && card.adoption?.date === adoption),
    of,
  );
}

function auditOf({ lines, inForce }: IssuerResults) {
  return ledgerAudit(lines, findSplits(lines, inForce));
}

function status(row: FiledRow): string {
  const found = planOfRow(row);
  if (found === null) return "holding";
  const { planned, basis, reason } = found;
  return planned === null ? `unknown: ${reason}` : `${planned ? "yes" : "no"} by ${basis}`;
}

function plan(card: PlanCard): string {
  const { firstTrade, daysToFirstTrade: days, trades, derivativeTrades: derivatives, totals: sums, waiting } = card;
  return [
    `first ${firstTrade?.tradeDate}`,
    `days ${days?.min === days?.max ? days?.min : `${days?.min} to ${days?.max}`}`,
    `trades ${trades.length}`,
    ...(derivatives.length === 0 ? [] : [`derivatives ${derivatives.map((row) => `${row.shares} at ${row.price}`)}`]),
    `shares ${stableSum(trades.map((row) => row.shares ?? Number.NaN))}`,
    `value ${stableSum([sums.buys.value, sums.sales.value])}`,
    waiting.outcome,
  ].join("; ");
}

function episode(one: Episode): string {
  const { exercised, withheld, returned, sold, matched } = one;
  const counts = `E ${exercised.shares}; F ${withheld.shares}; R ${returned.shares}; S ${sold.shares}`;
  const dollars = `cost ${one.cost}; proceeds ${matched.proceeds}; spread ${matched.spread}`;
  return `${one.type}; ${one.outcome}; ${counts}; ${dollars}; kept ${one.kept}; retention ${one.retention[0]}`;
}

function closing({ lines }: IssuerResults, of: string): string {
  const [form, title, nature = "", owner] = of.split("|");
  const found = lines.filter(
    (one) =>
      one.directOrIndirect === form &&
      one.securityTitle === title &&
      (one.natureOfOwnership ?? "") === nature &&
      (owner === undefined || one.ownerKey === owner),
  );
  return found
    .map((line) => `${line.closing?.balance} on ${line.closing?.date}`)
    .sort()
    .join(", ");
}

function clusters({ inForce, excluded }: IssuerResults, of: string): string {
  const [persons, days, value] = of.split("|").map(Number);
  const found = findClusters(inForce, { persons, days, value, excluded }).clusters;
  return (
    found
      .map((one) => `${one.side} ${one.from} to ${one.to}; persons ${one.persons.length}; value ${one.value}`)
      .join(", ") || "none"
  );
}

function lateness({ filings }: IssuerResults, of: string): string {
  const filing = only(
    filings.filter((one) => one.accession === of),
    of,
  );
  const { status: found, reason, businessDays, late } = filingLateness(filing).worst;
  return found === "not assessed" ? `${found}: ${reason}` : `${found}; ${businessDays} business days; ${late} late`;
}

function joint({ copies }: IssuerResults, of: string): string {
  const merged = [...copies].filter(([, copy]) => copy.countedAs === of);
  return merged
    .map(([address, { rule }]) => `${address} ${rule.split(":")[0]}`)
    .sort()
    .join(", ");
}

function exitsByFiling(results: IssuerResults): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { filing } of exits(results.inForce)) counts.set(filing.filingId, (counts.get(filing.filingId) ?? 0) + 1);
  return counts;
}

function value(row: FiledRow): string {
  const { value: dollars, basis, reason } = rowValue(row);
  return dollars === null ? `none: ${reason}` : `${dollars} by ${basis}`;
}

function gift(results: IssuerResults, of: string): string {
  const { direction, shares, counterpart } = only(
    gifts(results.rows).filter((one) => rowAddress(one.row) === of),
    of,
  );
  return `${direction} ${shares}; counterpart ${counterpart === null ? "none" : rowAddress(counterpart)}`;
}

function swing({ counted }: IssuerResults, of: string): string {
  const pairs = shortSwings(counted.flatMap((filing) => filing.rows)).flatMap((one) => one.pairs);
  const pair = only(
    pairs.filter(({ purchase, sale }) => `${rowAddress(purchase)}|${rowAddress(sale)}` === of),
    of,
  );
  return `shares ${pair.shares}; profit ${pair.profit}`;
}

function exerciseLeg(results: IssuerResults, of: string): string {
  const legs = episodesOf(results).flatMap((one) => one.legs);
  const leg = only(
    legs.filter((one) => rowAddress(one.row) === of),
    of,
  );
  return `strike ${leg.exercisePrice}; left ${leg.left}; days to expiry ${leg.daysToExpiry}`;
}

export const ANSWERS: Record<string, Answer> = {
  sales: (results) => total(money(results).sales),
  buys: (results) => total(money(results).buys),
  "gross-sales": ({ inForce, flags }) =>
    String(doubleCountMeter(inForce, new Map(flags.map((flag) => [flag.address, flag.flag]))).gross.sales.value),
  class: (results, of) => {
    const found = [...money(results).byClass].find(([name]) => name === of)?.[1];
    return `rows ${found?.rows.length}; value ${found?.value}`;
  },
  "left-out": (results, of) =>
    only(
      money(results).leftOut.filter((one) => one.address === of),
      of,
    ).reason,
  "left-out-count": (results, of) => String(money(results).leftOutByReason.get(of)),
  value: (results, of) => value(rowAt(results, of)),
  status: (results, of) => status(rowAt(results, of)),
  plan: (results, of) => plan(planOf(results, of)),
  modified: (results, of) =>
    planOf(results, of)
      .restarts.map((one) => one.modified.date)
      .join(", "),
  band: (results, of) => {
    const band = priceBand(rowAt(results, of));
    return band === null
      ? "none"
      : `${band.low} to ${band.high}${band.problem === undefined ? "" : ` ${band.problem}`}`;
  },
  episode: (results, of) =>
    episode(
      only(
        episodesOf(results).filter((one) => `${one.ownerKey}|${one.date}` === of),
        of,
      ),
    ),
  "exercise-leg": exerciseLeg,
  closing,
  direct: ({ inForce, lines }, of) =>
    roster(inForce, lines)
      .filter((entry) => entry.cik === of)
      .flatMap((entry) => entry.byClass)
      .map((held) => `${held.securityTitle}: ${held.direct}`)
      .join(", "),
  residuals: (results, of) =>
    String(auditOf(results).residuals.filter(({ step }) => of === "" || step.line.ownerKey === of).length),
  residual: (results, of) => {
    const { step, explanation } = only(
      auditOf(results).residuals.filter((one) => one.step.to.address === of),
      of,
    );
    return `${step.residual} ${explanation}`;
  },
  delta: (results, of) => String(results.deltaOwn.get(of)),
  superseded: (results, of) => results.superseded.get(of)?.by ?? "in force",
  amendment: ({ filings }, of) =>
    only(
      findAmendments(filings).amendments.filter((one) => one.filing.filingId === of),
      of,
    ).problem ?? "original found",
  joint,
  lateness,
  clusters,
  gift,
  swing,
  flags: ({ flags }) => flags.map((flag) => `${flag.address} ${flag.flag}`).join(", ") || "none",
  exits: (results) => [...exitsByFiling(results)].map(([id, owners]) => `${id}: ${owners} owners`).join(", "),
  "exit-count": (results) => {
    const counts = exitsByFiling(results);
    return `${counts.size} filings; ${[...counts.values()].reduce((sum, owners) => sum + owners, 0)} owners`;
  },
};
