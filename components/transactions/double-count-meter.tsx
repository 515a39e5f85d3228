import { EvidenceText } from "@/components/evidence/cited-figure";
import { evidenceOf } from "@/components/evidence/evidence-figure";
import type { RowIndex } from "@/components/evidence/row-index";
import { RowName } from "@/components/filings/related/row-name";
import { InsiderLinks } from "@/components/parties/party-links";
import { formatMoney } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { MeterView } from "@/lib/services/sections/section-views";

/** What joint filings would add to the totals if every copy counted, and which rule merged them. */
export function DoubleCountMeter({ meter, rows }: { meter: MeterView; rows: RowIndex }) {
  if (meter.copies === 0) {
    return <p className="text-sm text-ink-2">No event is told by two filings, so nothing is counted twice.</p>;
  }
  const rules = meter.byRule.map(({ rule, count }) => `${countOf(count, "copy", "copies")} by “${rule}”`);
  return (
    <>
      <dl className="grid max-w-3xl grid-cols-3 gap-x-2 gap-y-1 text-xs sm:grid-cols-[1fr_repeat(3,auto)] sm:gap-x-8 sm:text-sm">
        <dt className="text-xs text-ink-3 max-sm:sr-only" />
        <dd className="m-0 text-right text-xs text-ink-3">every copy counted</dd>
        <dd className="m-0 text-right text-xs text-ink-3">each event once</dd>
        <dd className="m-0 text-right text-xs text-ink-3">double</dd>
        {(["buys", "sales"] as const).map((side) => (
          <Side key={side} side={side} meter={meter} rows={rows} />
        ))}
      </dl>
      <p className="mt-2 max-w-[90ch] text-sm text-ink-2">Merged: {rules.join(", ")}.</p>
      <details className="mt-2 text-sm">
        <summary className="w-fit text-ink-2 hover:text-ink">{countOf(meter.events.length, "merged event")}</summary>
        <ul className="mt-1">
          {meter.events.slice(0, MOST).map(({ counted, copies }) => (
            <li key={`${counted.filingId}#${counted.anchor}`} className="border-b border-rule py-1">
              <RowName row={counted} /> <span className="text-ink-3">counts; copies:</span>{" "}
              {copies.map(({ row, owners, rule, evidence }) => (
                <span key={`${row.filingId}#${row.anchor}`} className="block pl-4">
                  <RowName row={row} /> <span className="text-ink-3">of</span> <InsiderLinks insiders={owners} />{" "}
                  <span className="text-ink-3">
                    {rule}: {evidence}
                  </span>
                </span>
              ))}
            </li>
          ))}
        </ul>
        {meter.events.length > MOST ? (
          <p className="mt-1 text-ink-3">and {countOf(meter.events.length - MOST, "more event")}.</p>
        ) : null}
      </details>
    </>
  );
}

const MOST = 40;

function Side({ side, meter, rows }: { side: "buys" | "sales"; meter: MeterView; rows: RowIndex }) {
  const [gross, net] = [meter.gross[side], meter.net[side]];
  const name = side === "buys" ? "Purchases" : "Sales";
  return (
    <>
      <dt className="text-ink-2 max-sm:col-span-full">{name}</dt>
      <dd className="num m-0">
        <EvidenceText
          figure={evidenceOf(gross, rows)}
          label={`${name}, every copy counted`}
          rule="Σ shares × price of every row in force, copies of joint events too."
          format="money"
        />
      </dd>
      <dd className="num m-0 font-medium">
        <EvidenceText
          figure={evidenceOf(net, rows)}
          label={`${name}, each event once`}
          rule="Σ shares × price, each joint event once: in the filing known first."
          format="money"
        />
      </dd>
      <dd className="num m-0 text-ink-2">{formatMoney(differenceOf(gross.value, net.value))}</dd>
    </>
  );
}

/** What merging takes away; unknown where either sum is. */
function differenceOf(gross: number | null, net: number | null): number | null {
  return gross === null || net === null ? null : gross - net;
}
