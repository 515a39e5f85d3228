import type { BalanceLine } from "@/lib/analytics/holdings/balance-lines";
import { type OpenGrant, optionBook } from "@/lib/analytics/holdings/option-book";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { counted } from "@/lib/analytics/values";
import { issuerRef, ownerRefs, rowRef } from "../views/rows/row-view";
import type { CitedFigure } from "../views/shapes/cited-figure";
import type { GrantView, OptionBookView } from "./section-views";

/** The open grants by expiry, each count with the row that reports it. */
export function optionBookView(
  filings: readonly FilingFacts[],
  lines: readonly BalanceLine[],
  day: string | null,
): OptionBookView {
  const book = optionBook(filings, { asOf: day }, lines);
  return {
    day,
    grants: book.grants.flatMap(grantView),
    leftOut: [...counted(book.leftOut.map((one) => one.reason))].map(([reason, count]) => ({ reason, count })),
  };
}

function grantView(grant: OpenGrant): GrantView[] {
  const row = grant.line.points.at(-1)?.row;
  if (row === undefined) return [];
  const { lastPrice, intrinsicValue, strike } = grant;
  const priced = lastPrice === null ? [] : [lastPrice.row];
  const noIntrinsic =
    strike === null ? "No strike is reported." : "The owners have no open-market price of this class.";
  return [
    {
      key: grant.line.key,
      owners: ownerRefs(row.filing),
      issuer: issuerRef(row.filing),
      kind: grant.kind,
      securityTitle: grant.line.securityTitle,
      underlyingTitle: row.underlyingTitle,
      strike,
      exercisableFrom: grant.exerciseDate,
      expirationDate: grant.expirationDate,
      daysToExpiry: grant.daysToExpiry,
      isExpiringSoon: grant.expiringSoon,
      count: figure(grant.count, grant.rows, "Not reported."),
      countDate: grant.countDate,
      lastPrice: figure(lastPrice?.price ?? null, priced, "The owners have no open-market price of this class."),
      lastPriceDate: lastPrice?.row.tradeDate ?? null,
      intrinsicValue: figure(intrinsicValue, [...grant.rows, ...priced], noIntrinsic),
      moneyness: grant.moneyness,
      vesting: [...grant.vesting],
    },
  ];
}

function figure(value: number | null, rows: readonly FiledRow[], note: string): CitedFigure {
  return { value, rows: rows.map(rowRef), note: value === null ? note : null, leftOut: [] };
}
