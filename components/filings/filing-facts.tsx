import { type Fact, FactStrip } from "@/components/evidence/fact-strip";
import { FlagMark } from "@/components/marks/flag-mark";
import { formatDate } from "@/lib/format/dates";
import { formatAveragePrice, formatMoney, formatMoneyChange, formatPrice, formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { codeEntry } from "@/lib/ownership/codes";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import type { RowView } from "@/lib/services/views/shapes/row";
import { planAnswer } from "./plan-fact";
import { timelinessWords } from "./timeliness-words";

/** The filing at a glance: what each code moved in Table I, and how soon it was filed. Figures lead to their rows. */
export function FilingFacts({ view }: { view: FilingView }) {
  const codes = [...new Set(view.rows.filter(isTableOneTrade).map((row) => row.code))];
  const timeliness = timelinessWords(view.timeliness);
  const facts: Fact[] = codes.map((code) =>
    codeFact(
      code,
      view.rows.filter((row) => isTableOneTrade(row) && row.code === code),
    ),
  );
  facts.push({
    label: "Timeliness",
    value:
      view.timeliness.row === null ? (
        timeliness.answer
      ) : (
        <a href={`#${view.timeliness.row.anchor}`} className="evidence">
          {timeliness.answer}
        </a>
      ),
    detail: timeliness.detail,
  });
  return <FactStrip facts={[...facts.slice(0, -1), ...derivedFacts(view), ...facts.slice(-1)]} />;
}

/** What an exercise with its sale left, and whether the trades were planned: the rest stands below the form. */
function derivedFacts(view: FilingView): Fact[] {
  const spreads = view.episodes.filter(({ spread, sold }) => spread.value !== null && (sold.value ?? 0) > 0);
  const plan = planAnswer(view.rows);
  return [
    ...(spreads.length === 1
      ? [
          {
            label: "Spread",
            value: (
              <a href="#exercise-and-sell" className="evidence">
                {formatMoneyChange(spreads[0]?.spread.value)}
              </a>
            ),
            detail: `exercise of ${formatDate(spreads[0]?.date ?? null)}: proceeds less cost, as far as sold`,
          },
        ]
      : []),
    ...(plan === null
      ? []
      : [
          {
            label: "10b5-1 plan",
            value: (
              <a href={`#${plan.anchor}`} className="evidence">
                {plan.answer}
              </a>
            ),
            detail: plan.detail,
          },
        ]),
  ];
}

function isTableOneTrade(row: RowView): boolean {
  return row.kind === "transaction" && row.table === "I";
}

/** Shares and money of a filing's rows of one code; a total only where every row has its part. */
function codeFact(code: string | null, rows: readonly RowView[]): Fact {
  const shares = sum(rows.map((row) => row.shares));
  const value = sum(rows.map((row) => row.value));
  const label = `${code ?? "No code"} · ${codeEntry(code)?.label ?? "not in the SEC’s list"}`;
  const first = rows[0]?.anchor ?? "";
  const flagged = rows.filter((row) => row.flags.some((flag) => flag.outOfTotals)).length;
  return {
    label: rows.length > 1 ? `${label}, ${rows.length} rows` : label,
    value: (
      <>
        <a href={`#${first}`} className="evidence">
          {shares === null ? "shares not given" : `${formatShares(shares)} shares`}
        </a>
        <FlagMark flags={rows.flatMap((row) => row.flags)} />
      </>
    ),
    detail:
      (value === null
        ? "price not given"
        : `${formatMoney(value)}${shares === null || shares === 0 || value === 0 ? "" : ` at ${rows.length === 1 ? formatPrice(rows[0]?.price) : formatAveragePrice(value / shares)}`}`) +
      (flagged === 0 ? "" : `; ${countOf(flagged, "flagged row")} in no other total`),
  };
}

function sum(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return total;
}
