import { PageLink } from "@/components/links/ledger-link";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label="Related filers"
      head={
        <>
          <Head>Filer</Head>
          <Head>At</Head>
          <Head isNumber>Joint filings</Head>
          <Head isNumber>Newest</Head>
        </>
      }
    >
      {related.map(({ insider, issuers, filings, lastId, lastDate }) => (
        <Row key={insider.cik}>
          <Cell at="first">
            <InsiderLink insider={insider} />
          </Cell>
          <Cell at="second" name="at" className="wrap">
            {issuers.map((issuer, index) => (
              <span key={issuer.cik}>
                {index === 0 ? "" : ", "}
                <IssuerLink issuer={issuer} isShort />
              </span>
            ))}
          </Cell>
          <Cell isNumber at="second end" name="joint filings">
            {formatCount(filings)}
          </Cell>
          <Cell isNumber at="first end" name="newest">
            <PageLink href={filingPath(lastId)} className="evidence">
              {formatDate(lastDate)}
            </PageLink>
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
