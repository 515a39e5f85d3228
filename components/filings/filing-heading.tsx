import { AsOfForm } from "@/components/layout/as-of-form";
import { PageHeading } from "@/components/layout/page";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { RememberView } from "@/components/search/remember-view";
import { ShareLinks } from "@/components/share/share-links";
import { formatDate } from "@/lib/format/dates";
import { filingTitle } from "@/lib/format/filing-words";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import { KnownAt } from "./known-at";
import { rolesText } from "./list/roles-text";

/** Which form, by whom, of which issuer, and when it could be known. */
export function FilingHeading({ view: { summary, sources, edgarUrl, asOf } }: { view: FilingView }) {
  return (
    <PageHeading
      title={`Form ${summary.documentType}`}
      mark={
        <span className="text-lg">
          <InsiderLinks insiders={summary.owners} />
          <span className="text-ink-3"> of </span>
          <IssuerLink issuer={summary.issuer} />
          {summary.issuer.symbol === null ? null : (
            <span className="font-mono text-base text-ink-2"> {summary.issuer.symbol}</span>
          )}
        </span>
      }
    >
      <span>{rolesText(summary.owners) || "role not stated"}</span>
      <span>period {formatDate(summary.periodOfReport)}</span>
      <span>
        {summary.knownAtBasis === "accepted" ? "accepted " : "filed "}
        <KnownAt filing={summary} />
      </span>
      <span>
        {summary.accession === null ? (
          <>
            no accession number: the source gave none; kept as <span className="font-mono text-xs">{summary.id}</span>
          </>
        ) : (
          <>
            accession <span className="font-mono text-xs">{summary.accession}</span>
          </>
        )}
      </span>
      <span>read from {[...new Set(sources.map((source) => source.format))].join(", ")}</span>
      {summary.warningCount === 0 ? null : (
        <a href="#warnings" className="link">
          {countOf(summary.warningCount, "warning")}
        </a>
      )}
      {edgarUrl === null ? null : (
        <a href={edgarUrl} className="link no-print" rel="noreferrer">
          on EDGAR
        </a>
      )}
      <ShareLinks names={["asof"]} />
      <RememberView
        href={filingPath(summary.id)}
        title={filingTitle(summary)}
        detail={`filing · ${summary.accession ?? summary.id}`}
      />
      <AsOfForm path={filingPath(summary.id)} asOf={asOf} />
    </PageHeading>
  );
}
