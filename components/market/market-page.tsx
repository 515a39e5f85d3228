import { TableExport } from "@/components/data-table/table-export";
import { FilingsTable } from "@/components/filings/list/filings-table";
import { rolesText } from "@/components/filings/list/roles-text";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { EmptyState } from "@/components/layout/empty-state";
import { NothingKnown } from "@/components/layout/nothing-known";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import type { CsvCell } from "@/lib/format/tables/csv";
import { marketPath } from "@/lib/paths";
import type { MarketBoards as Boards } from "@/lib/services/market/get-market-boards";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import type { MarketView } from "@/lib/services/views/shapes/market";
import { MarketBoards } from "./market-boards";
import { MarketHeading } from "./market-heading";

interface MarketPageProps {
  view: MarketView;
  /** Null where no filing is known. */
  boards: Boards | null;
  /** A day in the address that is none. */
  unreadDay: string | null;
}

/** What was filed lately, and the trades worth seeing; at an earlier day, what could be seen then. */
export function MarketPage({ view, boards, unreadDay }: MarketPageProps) {
  const { filings, asOf } = view;
  return (
    <>
      {view.fictional ? <FictionalBanner isPartly /> : null}
      <AsOfBanner asOf={asOf} unread={unreadDay} nowHref={marketPath()} />
      <Page>
        <MarketHeading view={view} />
        {boards === null ? null : <MarketBoards boards={boards} />}
        <Section
          id="latest"
          title="Latest filings"
          about="Newest first, by when the public could know them."
          aside={filings.length === 0 ? undefined : <TableExport {...filingTable(filings)} fileName="latest-filings" />}
        >
          {filings.length === 0 ? <Nothing asOf={asOf} /> : <FilingsTable filings={filings} />}
        </Section>
      </Page>
    </>
  );
}

function Nothing({ asOf }: { asOf: string | null }) {
  if (asOf !== null) return <NothingKnown asOf={asOf} nowHref={marketPath()} />;
  return (
    <EmptyState title="Nothing has been ingested yet.">
      Store filings with <code className="font-mono">npm run -s insider -- ingest &lt;files or folders&gt;</code>; this
      page shows them without a restart.
    </EmptyState>
  );
}

function filingTable(filings: readonly FilingSummary[]): { headings: string[]; rows: CsvCell[][] } {
  return {
    headings: [
      "filing_id",
      "accession",
      "known_at_utc",
      "form",
      "symbol",
      "issuer",
      "owners",
      "roles",
      "codes",
      "rows",
    ],
    rows: filings.map((filing) => [
      filing.id,
      filing.accession,
      filing.knownAt,
      filing.documentType,
      filing.issuer.symbol,
      filing.issuer.name,
      filing.owners.map((owner) => owner.name ?? owner.cik).join("; "),
      rolesText(filing.owners),
      filing.codes.join(" "),
      filing.rowCount,
    ]),
  };
}
