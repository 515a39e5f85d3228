import { AsOfForm } from "@/components/layout/as-of-form";
import { PageHeading } from "@/components/layout/page";
import { IssuerLink } from "@/components/parties/party-links";
import { countOf } from "@/lib/format/words";
import { insiderPath } from "@/lib/paths";
import type { InsiderView } from "@/lib/services/views";

/** The person, and the latest stated role at each issuer. */
export function InsiderHeading({ view: { insider, issuers, filings, asOf } }: { view: InsiderView }) {
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
      <AsOfForm path={insiderPath(insider.cik)} asOf={asOf} />
    </PageHeading>
  );
}
