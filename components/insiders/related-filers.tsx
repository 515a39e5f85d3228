import { PageLink } from "@/components/links/ledger-link";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { formatDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { InsiderView } from "@/lib/services/views/shapes/party";

/** Who signs filings together with this owner, at which issuers, how often. */
export function RelatedFilers({ related }: { related: InsiderView["related"] }) {
  if (related.length === 0) {
    return <p className="text-sm text-ink-2">No filing names another reporting owner beside this one.</p>;
  }
  return (
    <TableScroll label="Related filers">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Filer</th>
            <th scope="col">At</th>
            <NumberHead>Joint filings</NumberHead>
            <NumberHead>Newest</NumberHead>
          </tr>
        </thead>
        <tbody>
          {related.map(({ insider, issuers, filings, lastId, lastDate }) => (
            <tr key={insider.cik}>
              <td>
                <InsiderLink insider={insider} />
              </td>
              <td className="wrap">
                {issuers.map((issuer, index) => (
                  <span key={issuer.cik}>
                    {index === 0 ? "" : ", "}
                    <IssuerLink issuer={issuer} isShort />
                  </span>
                ))}
              </td>
              <td className="num">{formatCount(filings)}</td>
              <td className="num">
                <PageLink href={filingPath(lastId)} className="evidence">
                  {formatDate(lastDate)}
                </PageLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
