import { KnownAt } from "@/components/filings/known-at";
import { AsOfForm } from "@/components/layout/as-of-form";
import { SearchBox } from "@/components/layout/header/search-box";
import { PageHeading } from "@/components/layout/page";
import { DayLink } from "@/components/links/day-link";
import { countOf } from "@/lib/format/words";
import { dataPath, marketPath } from "@/lib/paths";
import type { MarketView } from "@/lib/services/views/shapes/market";

/** What the ledger holds and how new it is, and the way to anything in it. */
export function MarketHeading({ view: { filings, counts, asOf } }: { view: MarketView }) {
  return (
    <>
      <PageHeading title="What insiders filed">
        <DayLink href={dataPath()} className="evidence">
          {countOf(counts.filings, "filing")}
        </DayLink>
        <span>{countOf(counts.issuers, "issuer")}</span>
        <span>{countOf(counts.insiders, "insider")}</span>
        {counts.failed === null || counts.failed === 0 ? null : (
          <a href={`${dataPath()}#failures`} className="evidence">
            {countOf(counts.failed, "document")} that could not be read
          </a>
        )}
        {filings[0] === undefined ? null : (
          <span>
            known through <KnownAt filing={filings[0]} />
          </span>
        )}
        <AsOfForm path={marketPath()} asOf={asOf} />
      </PageHeading>
      <div className="hidden sm:block">
        <SearchBox size="large" />
      </div>
    </>
  );
}
