import { KnownAt } from "@/components/filings/known-at";
import { AsOfForm } from "@/components/layout/as-of-form";
import { PageHeading } from "@/components/layout/page";
import { RememberView } from "@/components/search/remember-view";
import { ShareLinks } from "@/components/share/share-links";
import { countOf } from "@/lib/format/words";
import { issuerPath } from "@/lib/paths";
import { filterParams } from "@/lib/search-params/party-query";
import { VIEW_PARAMS } from "@/lib/search-params/view-params";
import type { IssuerView } from "@/lib/services/views/shapes/party";

export function IssuerHeading({ view: { issuer, filings, codes, range, asOf } }: { view: IssuerView }) {
  const [newest] = filings;
  const former = issuer.symbols.filter((symbol) => symbol !== issuer.symbol);
  return (
    <PageHeading
      title={issuer.name ?? `Issuer ${issuer.cik}`}
      mark={issuer.symbol === null ? undefined : <span className="font-mono text-lg text-ink-2">{issuer.symbol}</span>}
    >
      <span>CIK {issuer.cik}</span>
      <span>{countOf(filings.length, "filing")}</span>
      {newest === undefined ? null : (
        <span>
          known through <KnownAt filing={newest} />
        </span>
      )}
      {former.length === 0 ? null : <span>also filed as {former.join(", ")}</span>}
      <ShareLinks names={VIEW_PARAMS} watch={{ issuers: [issuer.cik], insiders: [] }} />
      <RememberView
        href={issuerPath(issuer.cik)}
        title={issuer.name ?? `Issuer ${issuer.cik}`}
        detail={`issuer · ${issuer.symbol ?? `CIK ${issuer.cik}`}`}
      />
      <AsOfForm path={issuerPath(issuer.cik)} asOf={asOf} keep={filterParams(codes, range)} />
    </PageHeading>
  );
}
