import type { ReactNode } from "react";
import { KnownAt } from "@/components/filings/known-at";
import { RowLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { FlagMark } from "@/components/marks/flag-mark";
import { FootnoteMarks } from "@/components/marks/footnote-marks";
import { PlanMark } from "@/components/marks/plan-mark";
import { SupersededMark } from "@/components/marks/superseded-mark";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import type { PhonePlace } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPercentChange, formatPrice } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { RowColumn } from "@/lib/search-params/party-query";
import type { RowView } from "@/lib/services/views/shapes/row";
import { isReturnColumn, RETURN_COLUMNS } from "../returns/return-columns";
import { balanceText, bandText, cutTitle, ownershipText, signedShares } from "./row-texts";

export interface SortableColumn extends PhonePlace {
  id: TransactionColumn;
  header: string;
  cell: (row: RowView) => ReactNode;
}

function Notes({ row, fields }: { row: RowView; fields: readonly (keyof RowView["footnoteIds"])[] }) {
  const ids = [...new Set(fields.flatMap((field) => row.footnoteIds[field] ?? []))];
  return <FootnoteMarks ids={ids} words={row.footnotes} base={filingPath(row.filingId)} />;
}

export const TRANSACTION_COLUMNS: readonly SortableColumn[] = [
  {
    id: "traded",
    at: "first",
    header: "Traded",
    cell: (row) => (
      <>
        <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence">
          {formatDate(row.tradeDate)}
        </RowLink>
        {row.tradeDateBasis === "periodOfReport" ? <span className="text-ink-3"> period</span> : null}
        <Notes row={row} fields={["transactionDate", "deemedExecutionDate"]} />
      </>
    ),
  },
  {
    id: "issuer",
    at: "second start",
    header: "Issuer",
    cell: (row) => <IssuerLink issuer={row.issuer} isShort />,
  },
  {
    id: "insider",
    at: "second",
    header: "Insider",
    cell: (row) => <InsiderLinks insiders={row.owners} />,
  },
  {
    id: "code",
    at: "first",
    header: "Code",
    cell: (row) => (
      <>
        <CodeMark code={row.code} transactionClass={row.transactionClass} />
        <Notes row={row} fields={["transactionCode"]} />
        <FlagMark flags={row.flags} />
        <SupersededMark row={row} />
      </>
    ),
  },
  {
    id: "security",
    header: "Security",
    cell: (row) => (
      <span className="cut max-w-52" title={cutTitle(row.securityTitle)}>
        {row.securityTitle ?? "not named"}
        <Notes row={row} fields={["securityTitle", "exerciseDate", "expirationDate"]} />
      </span>
    ),
  },
  {
    id: "shares",
    at: "second end",
    header: "Shares",
    cell: (row) => (
      <>
        {signedShares(row)}
        <Notes row={row} fields={["transactionShares", "transactionAcquiredDisposedCode"]} />
      </>
    ),
  },
  {
    id: "price",
    name: "at",
    header: "Price",
    cell: (row) => (
      <>
        {row.price === null ? <Unknown reason="No price on this row." /> : formatPrice(row.price)}
        <Notes row={row} fields={["transactionPricePerShare"]} />
      </>
    ),
  },
  {
    id: "range",
    name: "range",
    header: "Price range",
    cell: (row) => (row.priceBand === null ? null : <span className="text-ink-2">{bandText(row)}</span>),
  },
  {
    id: "value",
    at: "first end",
    header: "Value",
    cell: (row) =>
      row.value === null ? <Unknown reason={row.valueNote ?? "No price is given."} /> : formatMoney(row.value),
  },
  {
    id: "after",
    name: "after",
    header: "Balance after",
    cell: (row) => (
      <>
        {row.deltaOwn === null ? null : (
          <span className="mr-2 text-ink-3" title="change in what was held, on this line">
            {formatPercentChange(row.deltaOwn)}
          </span>
        )}
        {balanceText(row)}
        <Notes row={row} fields={["sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction"]} />
      </>
    ),
  },
  {
    id: "held",
    name: "held",
    header: "Held",
    cell: (row) => (
      <span className="cut max-w-44 text-ink-2" title={cutTitle(ownershipText(row))}>
        {ownershipText(row)}
        <Notes row={row} fields={["directOrIndirectOwnership", "natureOfOwnership"]} />
      </span>
    ),
  },
  {
    id: "plan",
    at: "lead",
    name: "plan",
    header: "10b5-1 plan",
    cell: (row) => <PlanMark {...row} />,
  },
  {
    id: "filed",
    name: "Form",
    header: "Filed",
    cell: (row) => (
      <>
        <span className="text-ink-3">{row.documentType} · </span>
        <KnownAt filing={row} />
      </>
    ),
  },
  ...RETURN_COLUMNS,
];

export type TransactionColumn = RowColumn;

/** The columns that some rows have, whatever is chosen: price ranges and returns only where there are any. */
export function columnsFor(rows: readonly RowView[], hide: readonly TransactionColumn[]): SortableColumn[] {
  const hasBands = rows.some((row) => row.priceBand !== null);
  const hasReturns = rows.some((row) => row.returns !== undefined);
  return TRANSACTION_COLUMNS.filter(
    ({ id }) => !hide.includes(id) && (id !== "range" || hasBands) && (hasReturns || !isReturnColumn(id)),
  );
}

/** Of those the ones that the address names (`traded,value`); all where it names none that exists. */
export function shownColumns(
  rows: readonly RowView[],
  hide: readonly TransactionColumn[],
  chosen: string | null,
): SortableColumn[] {
  const all = columnsFor(rows, hide);
  const named = new Set(chosen?.split(",") ?? []);
  const shown = all.filter(({ id }) => named.has(id));
  return shown.length === 0 ? all : shown;
}
