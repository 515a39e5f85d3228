import { KnownAt } from "@/components/filings/known-at";
import { PageHeading } from "@/components/layout/page";
import { SearchBox } from "@/components/layout/search-box";
import { countOf } from "@/lib/format/words";
import { dataPath } from "@/lib/paths";
import type { MarketView } from "@/lib/services/views";

/** What the ledger holds and how new it is, and the way to anything in it. */
export function MarketHeading({ filings, counts }: Pick<MarketView, "filings" | "counts">) {
  return (
    <>
      <PageHeading title="What insiders filed">
        <span>{countOf(counts.filings, "filing")}</span>
        <span>{countOf(counts.issuers, "issuer")}</span>
        <span>{countOf(counts.insiders, "insider")}</span>
        {counts.failed === 0 ? null : (
          <a href={`${dataPath()}#failures`} className="evidence">
            {countOf(counts.failed, "document")} that could not be read
          </a>
        )}
        {filings[0] === undefined ? null : (
          <span>
            known through <KnownAt filing={filings[0]} />
          </span>
        )}
      </PageHeading>
      <div className="hidden sm:block">
        <SearchBox size="large" />
      </div>
    </>
  );
}
