import { PageLink } from "@/components/links/ledger-link";
import { listOf } from "@/lib/format/words";
import type { NewestIssuers } from "@/lib/services/market/newest-issuers";

interface ExampleIssuersProps extends NewestIssuers {
  /** The page with these issuers on it. */
  href: `/compare?${string}` | `/watch?${string}` | "/compare" | "/watch";
}

/** A place to begin: the issuers of the newest filings. */
export function ExampleIssuers({ issuers, href }: ExampleIssuersProps) {
  if (issuers.length < 2) return null;
  return (
    <p className="mt-1">
      To begin with the issuers of the newest filings:{" "}
      <PageLink href={href} className="link">
        {listOf(issuers.map(({ symbol, name, cik }) => symbol ?? name ?? `CIK ${cik}`))}
      </PageLink>
    </p>
  );
}
