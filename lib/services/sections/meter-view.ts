import { doubleCountMeter } from "@/lib/analytics/counting/joint-events";
import { flaggedOut, type PriceFlag } from "@/lib/analytics/prices/price-flags";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { counted, type Totals } from "@/lib/analytics/values";
import { rowLabel } from "../views/amendment-view";
import { ownerRefs } from "../views/rows/row-view";
import { sideFigure } from "../views/totals-view";
import type { MeterView } from "./section-views";

/** What joint filings would add to the totals, and by which rule each copy was merged. Pass filings in force. */
export function meterView(filings: readonly FilingFacts[], flags: readonly PriceFlag[]): MeterView {
  const { gross, net, events } = doubleCountMeter(filings, flaggedOut(flags));
  const copies = events.flatMap((event) => event.copies);
  return {
    gross: sides(gross),
    net: sides(net),
    copies: copies.length,
    byRule: [...counted(copies.map((copy) => copy.relation.rule))].map(([rule, count]) => ({ rule, count })),
    events: events.map((event) => ({
      counted: rowLabel(event.counted),
      copies: event.copies.map(({ row, relation }) => ({
        row: rowLabel(row),
        owners: ownerRefs(row.filing),
        rule: relation.rule,
        evidence: relation.evidence,
      })),
    })),
  };
}

function sides(of: Totals): MeterView["gross"] {
  return { buys: sideFigure("buy", of), sales: sideFigure("sale", of) };
}
