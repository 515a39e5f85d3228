import { EvidenceText } from "@/components/evidence/cited-figure";
import { type EvidenceRow, partyNames } from "@/components/evidence/evidence-figure";
import type { ListedFigure } from "@/components/evidence/evidence-panel";
import { type Fact, FactStrip } from "@/components/evidence/fact-strip";
import { formatCount } from "@/lib/format/numbers";
import { rowsOfFigure } from "@/lib/format/words";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import type { Reach, SummedRow, SummedRows, TransactionsView } from "@/lib/services/screener/screener-view";
import { screenerHref } from "./screener-links";

interface ScreenerTotalsProps {
  view: TransactionsView;
  query: TransactionQuery;
}

const NO_VALUE = "Not known: no row of a side gives both a price and a number of shares.";
const RULE = "Only code P with A and code S with D, Table I, each joint event once.";

/** How many rows the filter holds and what they are worth; each sum opens its rows, more rows than are counted are told as such. */
export function ScreenerTotals({ view, query }: ScreenerTotalsProps) {
  const { count, isCapped, reach, totals } = view;
  const evidence = evidenceRows(view.evidence);
  const left = totals.leftOut.reduce((sum, group) => sum + group.count, 0);
  const only = (code: string) =>
    screenerHref(query, { choices: { ...query.choices, code: [code] }, sort: "value", order: "desc" });
  // The left-out rows travel once, with the net; the sides say how many there are.
  const counted = evidence.leftOut.map((group) => ({ ...group, rows: [] }));
  const side = (label: string, code: "P" | "S", value: number | null, rows: EvidenceRow[], rowCount: number): Fact => {
    const note = value === null ? NO_VALUE : reachWords(reach, count);
    const figure: ListedFigure = { value, note, rows, rowCount, leftOut: counted, allHref: only(code) };
    const rule = `Σ shares × price. ${RULE}`;
    return {
      label: `${label} (${code})`,
      value: <EvidenceText figure={figure} label={label} rule={rule} format="money" />,
      detail: rowsOfFigure(value, rowCount),
    };
  };
  const net: ListedFigure = {
    value: totals.net,
    note: totals.net === null ? NO_VALUE : reachWords(reach, count),
    rows: largest([...evidence.buys, ...evidence.sales]),
    rowCount: totals.buyRows + totals.saleRows,
    leftOut: evidence.leftOut,
    allHref: "#rows",
  };
  return (
    <FactStrip
      facts={[
        {
          label: "Rows",
          value: (
            <a href="#rows" className="evidence">
              {formatCount(count)}
              {isCapped ? "+" : ""}
            </a>
          ),
          detail: reachWords(reach, count) ?? daysWords(query),
        },
        {
          label: "Net open market",
          value: (
            <EvidenceText
              figure={net}
              label="Net open market"
              rule={`Purchases less sales. ${RULE}`}
              format="money change"
            />
          ),
          detail: "purchases less sales",
        },
        side("Purchases", "P", totals.buys, evidence.buys, totals.buyRows),
        side("Sales", "S", totals.sales, evidence.sales, totals.saleRows),
        {
          label: "Left out",
          value: (
            <EvidenceText
              figure={{ value: left, note: null, rows: [], rowCount: 0, leftOut: evidence.leftOut }}
              label="Left out of purchases and sales"
              rule="Rows under the filter that are in neither sum, by the first reason that holds."
              format="count"
            />
          ),
          detail: count === 0 ? "there is no row" : left === 0 ? "every row counts" : "rows, with reasons",
        },
      ]}
    />
  );
}

/** The days that the figures are of. */
function daysWords({ ranges: { traded, filed } }: TransactionQuery): string {
  const words = [traded === undefined ? "" : "traded", filed === undefined ? "" : "filed"].filter(Boolean);
  return words.length === 0 ? "under the filter, of all days" : `${words.join(" and ")} on the days chosen`;
}

/** The rows as their panels show them. */
function evidenceRows({ buys, sales, leftOut }: SummedRows) {
  const shown = (rows: readonly SummedRow[]): EvidenceRow[] =>
    rows.map(({ issuer, owners, ...row }) => ({ ...row, ...partyNames({ issuer, owners }) }));
  return {
    buys: shown(buys),
    sales: shown(sales),
    leftOut: leftOut.map((group) => ({ ...group, rows: shown(group.rows) })),
  };
}

function largest(rows: readonly EvidenceRow[]): EvidenceRow[] {
  return [...rows].sort((a, b) => (b.value ?? -1) - (a.value ?? -1)).slice(0, 30);
}

const ORDERS: Record<Reach["by"], string> = {
  knownAt: "newest",
  filingDate: "last filed",
  tradeDate: "last traded",
  value: "largest",
};

/** What the counts and sums are of, where they are not of all rows under the filter. */
export function reachWords({ by, isWhole, lookedAt }: Reach, count: number): string | null {
  if (isWhole) return null;
  if (lookedAt === null) return `totals are of the ${ORDERS[by]} ${formatCount(count)}`;
  return `among the ${ORDERS[by]} ${formatCount(lookedAt)} rows looked at`;
}
