import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
} from "@tanstack/react-table";
import { RowLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { FlagMark } from "@/components/marks/flag-mark";
import { FootnoteMarks } from "@/components/marks/footnote-marks";
import { PlanMark } from "@/components/marks/plan-mark";
import { SupersededMark } from "@/components/marks/superseded-mark";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPercentChange, formatPrice } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { RowView } from "@/lib/services/views";
import { balanceText, bandText, ownershipText, signedShares } from "./row-texts";

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
});

const helper = createColumnHelper<typeof features, RowView>();

/** Unknown sorts last in either direction. */
const known = <T,>(value: T | null): T | undefined => value ?? undefined;

const unknownLast = { sortUndefined: "last" as const };

function Notes({ row, fields }: { row: RowView; fields: readonly (keyof RowView["footnoteIds"])[] }) {
  const ids = [...new Set(fields.flatMap((field) => row.footnoteIds[field] ?? []))];
  return <FootnoteMarks ids={ids} words={row.footnotes} base={filingPath(row.filingId)} />;
}

export const TRANSACTION_COLUMNS = helper.columns([
  helper.accessor((row) => known(row.tradeDate), {
    id: "traded",
    header: "Traded",
    sortFn: "text",
    sortUndefined: "last",
    cell: ({ row: { original: row } }) => (
      <>
        <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence">
          {formatDate(row.tradeDate)}
        </RowLink>
        {row.tradeDateBasis === "periodOfReport" ? <span className="text-ink-3"> period</span> : null}
        <Notes row={row} fields={["transactionDate", "deemedExecutionDate"]} />
      </>
    ),
  }),
  helper.accessor((row) => row.issuer.symbol ?? row.issuer.name ?? "", {
    id: "issuer",
    header: "Issuer",
    sortFn: "text",
    cell: ({ row }) => <IssuerLink issuer={row.original.issuer} isShort />,
  }),
  helper.accessor((row) => row.owners.map((owner) => owner.name ?? owner.cik).join("; "), {
    id: "insider",
    header: "Insider",
    sortFn: "text",
    cell: ({ row }) => <InsiderLinks insiders={row.original.owners} />,
  }),
  helper.accessor((row) => row.code ?? "", {
    id: "code",
    header: "Code",
    sortFn: "text",
    cell: ({ row: { original: row } }) => (
      <>
        <CodeMark code={row.code} transactionClass={row.transactionClass} />
        <Notes row={row} fields={["transactionCode"]} />
        <FlagMark flags={row.flags} />
        <SupersededMark row={row} />
      </>
    ),
  }),
  helper.accessor((row) => row.securityTitle ?? "", {
    id: "security",
    header: "Security",
    sortFn: "text",
    cell: ({ row: { original: row } }) => (
      <span className="inline-block max-w-52 truncate align-bottom" title={row.securityTitle ?? undefined}>
        {row.securityTitle ?? "not named"}
        <Notes row={row} fields={["securityTitle", "exerciseDate", "expirationDate"]} />
      </span>
    ),
  }),
  helper.accessor((row) => known(row.shares), {
    id: "shares",
    header: "Shares",
    ...unknownLast,
    cell: ({ row: { original: row } }) => (
      <>
        {signedShares(row)}
        <Notes row={row} fields={["transactionShares", "transactionAcquiredDisposedCode"]} />
      </>
    ),
  }),
  helper.accessor((row) => known(row.price), {
    id: "price",
    header: "Price",
    ...unknownLast,
    cell: ({ row: { original: row } }) => (
      <>
        {row.price === null ? <Unknown reason="No price on this row." /> : formatPrice(row.price)}
        <Notes row={row} fields={["transactionPricePerShare"]} />
      </>
    ),
  }),
  helper.accessor((row) => known(row.priceBand?.low ?? null), {
    id: "range",
    header: "Price range",
    ...unknownLast,
    cell: ({ row }) => <span className="text-ink-2">{bandText(row.original)}</span>,
  }),
  helper.accessor((row) => known(row.value), {
    id: "value",
    header: "Value",
    ...unknownLast,
    cell: ({ row: { original: row } }) =>
      row.value === null ? <Unknown reason={row.valueNote ?? "No price is given."} /> : formatMoney(row.value),
  }),
  helper.accessor((row) => known(row.sharesAfter ?? row.valueAfter), {
    id: "after",
    header: "Balance after",
    ...unknownLast,
    cell: ({ row: { original: row } }) => (
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
  }),
  helper.accessor((row) => ownershipText(row), {
    id: "held",
    header: "Held",
    sortFn: "text",
    cell: ({ row: { original: row }, getValue }) => (
      <span className="inline-block max-w-44 truncate align-bottom text-ink-2" title={getValue()}>
        {getValue()}
        <Notes row={row} fields={["directOrIndirectOwnership", "natureOfOwnership"]} />
      </span>
    ),
  }),
  helper.accessor((row) => (row.plan.planned === null ? 0 : row.plan.planned ? 2 : 1), {
    id: "plan",
    header: "10b5-1 plan",
    cell: ({ row }) => <PlanMark {...row.original} />,
  }),
  helper.accessor((row) => known(row.filingDate), {
    id: "filed",
    header: "Filed",
    sortFn: "text",
    sortUndefined: "last",
    cell: ({ row: { original: row } }) => (
      <>
        <span className="text-ink-3">{row.documentType} </span>
        {row.filingDate === null ? <Unknown reason="The source gave no filing date." /> : formatDate(row.filingDate)}
      </>
    ),
  }),
]);

export type TransactionColumn =
  | "traded"
  | "issuer"
  | "insider"
  | "code"
  | "security"
  | "shares"
  | "price"
  | "range"
  | "value"
  | "after"
  | "held"
  | "plan"
  | "filed";
