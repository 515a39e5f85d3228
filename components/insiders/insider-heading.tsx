import { AsOfForm } from "@/components/layout/as-of-form";
import { PageHeading } from "@/components/layout/page";
import { IssuerLink } from "@/components/parties/party-links";
import { RememberView } from "@/components/search/remember-view";
import { ShareLinks } from "@/components/share/share-links";
import { countOf } from "@/lib/format/words";
import { insiderPath } from "@/lib/paths";
import { filterParams } from "@/lib/search-params/party-query";
import { VIEW_PARAMS } from "@/lib/search-params/view-params";
import type { InsiderView } from "@/lib/services/views/shapes/party";

/** The person, and the latest stated role at each issuer. */
export function InsiderHeading({ view: { insider, issuers, filings, codes, range, asOf } }: { view: InsiderView }) {
  return (
    <PageHeading title={insider.name ?? `Insider ${insider.cik}`}>
      {issuers.map((issuer) => (
        <span key={issuer.cik}>
          {[issuer.officerTitle, ...issuer.roles.filter((role) => role !== "officer" || issuer.officerTitle === null)]
            .filter((role) => role !== null)
            .join(", ") || "role not stated"}
          {" · "}
          <IssuerLink issuer={issuer} />
        </span>
      ))}
      <span>CIK {insider.cik}</span>
      <span>{countOf(filings.length, "filing")}</span>
      <ShareLinks names={VIEW_PARAMS} watch={{ issuers: [], insiders: [insider.cik] }} />
      <RememberView
        href={insiderPath(insider.cik)}
        title={insider.name ?? `Insider ${insider.cik}`}
        detail={`insider · CIK ${insider.cik}`}
      />
      <AsOfForm path={insiderPath(insider.cik)} asOf={asOf} keep={filterParams(codes, range)} />
    </PageHeading>
  );
}
