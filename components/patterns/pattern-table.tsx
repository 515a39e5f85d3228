import { CitedFigureText } from "@/components/evidence/cited-figure";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatDateSpan } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import type {
  PatternView,
  PurchaseRatioView,
  RoutineYearView,
  TradeSequenceView,
} from "@/lib/services/sections/section-views";
import { classWords, type PatternExtent, ratioParts, ratioRule } from "./pattern-words";

interface PatternTableProps {
  pattern: PatternView;
  by: "insider" | "issuer";
  extent: PatternExtent;
}

/** When each trader trades: the class of the latest years with its reason, the ratio of six months, the latest sequences. */
export function PatternTable({ pattern: { window, traders }, by, extent }: PatternTableProps) {
  return (
    <StackedTable
      label="Trading pattern"
      head={
        <>
          <Head>{by === "insider" ? "Insider" : "Issuer"}</Head>
          <Head>Routine or opportunistic</Head>
          <Head isNumber>Net purchase ratio</Head>
          <Head>Sequences</Head>
        </>
      }
    >
      {traders.slice(0, extent.traders).map((one) => (
        <Row key={`${one.insider.cik} ${one.issuer.cik}`}>
          <Cell at="first">
            {by === "insider" ? <InsiderLink insider={one.insider} /> : <IssuerLink issuer={one.issuer} />}
          </Cell>
          <Cell at="line" className="wrap min-w-52">
            {one.years.slice(0, extent.years).map((year, index, shown) => (
              <YearLine
                key={year.year}
                year={year}
                earlier={index === shown.length - 1 ? one.years.length - shown.length : 0}
              />
            ))}
          </Cell>
          <Cell isNumber at="first end" name="net ratio">
            <Ratio ratio={one.ratio} rule={ratioRule(window)} />
          </Cell>
          <Cell at="last" name="Sequences:" className="wrap min-w-56">
            {one.sequences.length === 0 ? <span className="text-ink-3">none</span> : null}
            {one.sequences.slice(0, extent.sequences).map((sequence, index, shown) => (
              <SequenceLine
                key={`${sequence.side} ${sequence.first}`}
                sequence={sequence}
                earlier={index === shown.length - 1 ? one.sequences.length - shown.length : 0}
              />
            ))}
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}

function YearLine({ year, earlier }: { year: RoutineYearView; earlier: number }) {
  const isAssessed = year.class !== null;
  return (
    <p>
      <span className="tabular-nums">{year.year}</span>, {countOf(year.trades, "row")}:{" "}
      <span className={isAssessed ? "font-semibold" : "text-ink-3"}>{classWords(year)}</span>.{" "}
      <span className="text-ink-3">{year.reason}</span>{" "}
      {year.evidence.rows.length === 0 ? null : (
        <span className="whitespace-nowrap">
          <CitedFigureText
            figure={year.evidence}
            label={`Trades of ${year.year - 3} to ${year.year - 1}`}
            rule={`Rows with code P or S of the three years before ${year.year}. ${year.reason}`}
            format="rows"
          />
        </span>
      )}
      <Earlier count={earlier} what="earlier year" />
    </p>
  );
}

/** The ratio with what it counts; of nothing traded, why there is none. */
function Ratio({ ratio, rule }: { ratio: PurchaseRatioView; rule: string }) {
  return (
    <>
      <CitedFigureText figure={ratio.figure} label="Net purchase ratio" rule={rule} format="ratio" />
      {ratio.figure.value === null ? null : <span className="block text-xs text-ink-3">{ratioParts(ratio)}</span>}
    </>
  );
}

function SequenceLine({ sequence, earlier }: { sequence: TradeSequenceView; earlier: number }) {
  return (
    <p>
      {countOf(sequence.trades, sequence.side)}, {formatDateSpan(sequence.first, sequence.last)}{" "}
      <span className="text-ink-3">({countOf(sequence.months, "month")})</span>{" "}
      <CitedFigureText
        figure={sequence.total}
        label={`Sequence of ${sequence.side}s`}
        rule={`Σ shares × price of the ${sequence.side}s, ${formatDateSpan(sequence.first, sequence.last)}: at least one in each of ${countOf(sequence.months, "month")} running.`}
        format="money"
      />
      <Earlier count={earlier} what="earlier sequence" />
    </p>
  );
}

function Earlier({ count, what }: { count: number; what: string }) {
  return count <= 0 ? null : <span className="text-ink-3"> · {countOf(count, what)}</span>;
}
