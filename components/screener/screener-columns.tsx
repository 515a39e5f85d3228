import type { ReactNode } from "react";
import { KnownAt } from "@/components/filings/known-at";
import { rolesText } from "@/components/filings/list/roles-text";
import { RowLink } from "@/components/links/ledger-link";
import { CodeMark } from "@/components/marks/code-mark";
import { FlagMark } from "@/components/marks/flag-mark";
import { PlanMark } from "@/components/marks/plan-mark";
import { SupersededMark } from "@/components/marks/superseded-mark";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { balanceText, cutTitle, ownershipText, signedShares } from "@/components/transactions/table/row-texts";
import type { PhonePlace } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPercentChange, formatPrice } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { ColumnName, SortName } from "@/lib/search-params/transactions/columns";
import type { ScreenRow } from "@/lib/services/screener/screener-view";

export interface ScreenColumn extends PhonePlace {
  sort: SortName | null;
  isNumber: boolean;
  cell: (row: ScreenRow) => ReactNode;
}

const words = (place: PhonePlace, cell: ScreenColumn["cell"]): ScreenColumn => ({
  sort: null,
  isNumber: false,
  ...place,
  cell,
});
const figure = (sort: SortName | null, place: PhonePlace, cell: ScreenColumn["cell"]): ScreenColumn => ({
  sort,
  isNumber: true,
  ...place,
  cell,
});

/** A number of a row leads to its row on the filing, where the words about it stand. */
const cited = (row: ScreenRow, text: ReactNode) => (
  <RowLink href={filingPath(row.filingId, row.anchor)} className="cited">
    {text}
  </RowLink>
);

/** The cells of the screener's columns. Every row leads to its place on the filing by its trade date. */
export const SCREEN_COLUMNS: Record<ColumnName, ScreenColumn> = {
  traded: {
    sort: "traded",
    at: "first",
    isNumber: false,
    cell: (row) => (
      <>
        <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence">
          {row.tradeDate === null ? "no date" : formatDate(row.tradeDate)}
        </RowLink>
        {row.tradeDateBasis === "periodOfReport" ? <span className="text-ink-3"> period</span> : null}
      </>
    ),
  },
  issuer: words({ at: "second start" }, (row) => <IssuerLink issuer={row.issuer} isShort />),
  insider: words({ at: "second" }, (row) => (
    <span className="cut max-w-64 max-sm:max-w-28">
      <InsiderLinks insiders={row.owners} />
    </span>
  )),
  role: words({}, (row) => (
    <span className="cut max-w-52 text-ink-2 max-sm:max-w-28" title={cutTitle(rolesText(row.owners))}>
      {rolesText(row.owners)}
    </span>
  )),
  code: words({ at: "first" }, (row) => (
    <>
      <CodeMark code={row.code} transactionClass={row.transactionClass} />
      {row.table === "II" ? <span className="text-ink-3"> II</span> : null}
      <FlagMark flags={row.flags} />
      <SupersededMark row={row} />
    </>
  )),
  security: words({}, (row) => (
    <span className="cut max-w-52" title={cutTitle(row.securityTitle)}>
      {row.securityTitle ?? "not named"}
    </span>
  )),
  shares: figure("shares", { at: "second end" }, (row) => cited(row, signedShares(row))),
  price: figure("price", { name: "at" }, (row) =>
    row.price === null ? <Unknown reason="No price on this row." /> : cited(row, formatPrice(row.price)),
  ),
  value: figure("value", { at: "first end" }, (row) =>
    row.value === null ? (
      <Unknown reason="No price or no number of shares is reported." />
    ) : (
      cited(row, formatMoney(row.value))
    ),
  ),
  delta: figure("delta", { name: "Δ" }, (row) =>
    row.deltaOwn === null ? (
      <Unknown reason="The balance before is not known, or was nothing." />
    ) : (
      cited(row, formatPercentChange(row.deltaOwn))
    ),
  ),
  after: figure(null, { name: "after" }, (row) => cited(row, balanceText(row))),
  held: words({ name: "held" }, (row) => (
    <span className="cut max-w-44 text-ink-2" title={cutTitle(ownershipText(row))}>
      {ownershipText(row)}
    </span>
  )),
  plan: words({ at: "lead", name: "plan" }, (row) => <PlanMark {...row} />),
  filed: {
    sort: "filed",
    name: "Form",
    isNumber: false,
    cell: (row) => (
      <>
        <span className="text-ink-3">{row.documentType} · </span>
        <KnownAt filing={row} />
      </>
    ),
  },
  filingDate: words({ name: "filing date" }, (row) =>
    row.filingDate === null ? <Unknown reason="The source gives no filing date." /> : formatDate(row.filingDate),
  ),
  form: words({ name: "form" }, (row) => row.documentType),
  table: words({ name: "table" }, (row) => row.table),
  direction: words({ name: "A or D" }, (row) => row.acquiredDisposed ?? <Unknown reason="Not reported." />),
  class: words(
    { name: "class" },
    (row) => row.transactionClass ?? <span className="text-ink-3">not in the SEC’s list</span>,
  ),
  issuerName: words({}, (row) => (
    <span className="cut max-w-64 max-sm:max-w-28">
      <IssuerLink issuer={row.issuer} />
    </span>
  )),
  flags: words({ at: "last" }, (row) =>
    row.flags.length === 0 ? null : <span className="text-ink-2">{row.flags.map((flag) => flag.words).join(" ")}</span>,
  ),
  late: words({ name: "timeliness" }, (row) =>
    row.lateness === "late" && row.businessDaysLate !== null ? (
      `late by ${countOf(row.businessDaysLate, "business day")}`
    ) : (
      <span className="text-ink-2">{row.lateness}</span>
    ),
  ),
};
