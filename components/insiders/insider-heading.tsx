import { PageHeading } from "@/components/layout/page";
import { IssuerLink } from "@/components/parties/party-links";
import { countOf } from "@/lib/format/words";
import type { InsiderView } from "@/lib/services/views";

/** The person, and the latest stated role at each issuer. */
export function InsiderHeading({ view: { insider, issuers, filings } }: { view: InsiderView }) {
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
    </PageHeading>
  );
}
