import type { ReactNode } from "react";
import { rolesText } from "@/components/filings/filings-table";
import { KnownAt } from "@/components/filings/known-at";
import { CodeMark } from "@/components/marks/code-mark";
import { FlagMark } from "@/components/marks/flag-mark";
import { PlanMark } from "@/components/marks/plan-mark";
import { SupersededMark } from "@/components/marks/superseded-mark";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { balanceText, ownershipText, signedShares } from "@/components/transactions/row-texts";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPercentChange, formatPrice } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { ColumnName, SortName } from "@/lib/search-params/transaction-filters";
import type { ScreenRow } from "@/lib/services/screener/screener-view";

export interface ScreenColumn {
  sort: SortName | null;
  isNumber: boolean;
  cell: (row: ScreenRow) => ReactNode;
}

const words = (cell: ScreenColumn["cell"]): ScreenColumn => ({ sort: null, isNumber: false, cell });
const figure = (sort: SortName | null, cell: ScreenColumn["cell"]): ScreenColumn => ({ sort, isNumber: true, cell });

/** The cells of the screener's columns. Every row leads to its place on the filing by its trade date. */
export const SCREEN_COLUMNS: Record<ColumnName, ScreenColumn> = {
  traded: {
    sort: "traded",
    isNumber: false,
    cell: (row) => (
      <>
        <a href={filingPath(row.filingId, row.anchor)} className="evidence">
          {row.tradeDate === null ? "no date" : formatDate(row.tradeDate)}
        </a>
        {row.tradeDateBasis === "periodOfReport" ? <span className="text-ink-3"> period</span> : null}
      </>
    ),
  },
  issuer: words((row) => <IssuerLink issuer={row.issuer} isShort />),
  insider: words((row) => (
    <span className="inline-block max-w-64 truncate align-bottom">
      <InsiderLinks insiders={row.owners} />
    </span>
  )),
  role: words((row) => (
    <span className="inline-block max-w-52 truncate align-bottom text-ink-2" title={rolesText(row.owners)}>
      {rolesText(row.owners)}
    </span>
  )),
  code: words((row) => (
    <>
      <CodeMark code={row.code} transactionClass={row.transactionClass} />
      {row.table === "II" ? <span className="text-ink-3"> II</span> : null}
      <FlagMark flags={row.flags} />
      <SupersededMark row={row} />
    </>
  )),
  security: words((row) => (
    <span className="inline-block max-w-52 truncate align-bottom" title={row.securityTitle ?? undefined}>
      {row.securityTitle ?? "not named"}
    </span>
  )),
  shares: figure("shares", (row) => signedShares(row)),
  price: figure("price", (row) =>
    row.price === null ? <Unknown reason="No price on this row." /> : formatPrice(row.price),
  ),
  value: figure("value", (row) =>
    row.value === null ? <Unknown reason="No price or no number of shares is reported." /> : formatMoney(row.value),
  ),
  delta: figure("delta", (row) =>
    row.deltaOwn === null ? (
      <Unknown reason="The balance before is not known, or was nothing." />
    ) : (
      formatPercentChange(row.deltaOwn)
    ),
  ),
  after: figure(null, (row) => balanceText(row)),
  held: words((row) => (
    <span className="inline-block max-w-44 truncate align-bottom text-ink-2" title={ownershipText(row)}>
      {ownershipText(row)}
    </span>
  )),
  plan: words((row) => <PlanMark {...row} />),
  filed: {
    sort: "filed",
    isNumber: false,
    cell: (row) => (
      <>
        <span className="text-ink-3">{row.documentType} </span>
        <KnownAt filing={row} />
      </>
    ),
  },
  late: words((row) =>
    row.lateness === "late" && row.businessDaysLate !== null ? (
      `late by ${countOf(row.businessDaysLate, "business day")}`
    ) : (
      <span className="text-ink-2">{row.lateness}</span>
    ),
  ),
};
