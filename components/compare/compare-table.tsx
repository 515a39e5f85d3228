import Link from "next/link";
import { PageLink, RowLink } from "@/components/links/ledger-link";
import { IssuerLink } from "@/components/parties/party-links";
import { Hint } from "@/components/ui/floating/hint";
import { Cell, Head, Row, RowHead, StackedTable } from "@/components/ui/stacked-table";
import { comparePath, issuerPath, methodPath } from "@/lib/paths";
import { compareParams } from "@/lib/search-params/compare";
import type { ComparedIssuer } from "@/lib/services/compare/compare-view";
import { MEASURES } from "./compare-measures";
import { shortName } from "./compare-words";

/** A column an issuer, a line a measure; each figure leads to its evidence on the issuer's own page. */
export function CompareTable({ issuers }: { issuers: readonly ComparedIssuer[] }) {
  return (
    <StackedTable
      label="Issuers side by side"
      isCompared
      head={
        <>
          <Head className="sticky left-0 z-10 bg-paper">
            <span className="sr-only">Measure</span>
          </Head>
          {issuers.map(({ issuer }) => (
            <Head key={issuer.cik} isNumber className="min-w-40">
              <span className="text-sm text-ink">
                <IssuerLink issuer={issuer} isShort />
              </span>
              <span className="no-print block max-sm:ml-2 max-sm:inline">
                <PageLink
                  href={comparePath(
                    compareParams({
                      issuers: issuers.map((one) => one.issuer.cik).filter((cik) => cik !== issuer.cik),
                      asOf: null,
                    }),
                  )}
                  className="share"
                  aria-label={`Remove ${shortName(issuer)}`}
                >
                  remove
                </PageLink>
              </span>
            </Head>
          ))}
        </>
      }
    >
      {MEASURES.map((measure) => (
        <Row key={measure.name}>
          <RowHead className="wrap sticky left-0 z-10 min-w-28 max-w-52 bg-paper">
            <Hint text={measure.about} className="cursor-help text-left">
              {measure.name}
            </Hint>
            {measure.method === null ? null : (
              <Link href={methodPath(measure.method)} prefetch={false} className="ml-1.5 text-xs text-ink-3 link">
                how<span className="sr-only"> {measure.name} is made</span>
              </Link>
            )}
          </RowHead>
          {issuers.map((one) => {
            const { text, detail, section } = measure.cell(one);
            return (
              <Cell key={one.issuer.cik} isNumber name={shortName(one.issuer)} className="wrap">
                <RowLink href={`${issuerPath(one.issuer.cik)}#${section}`} className="evidence whitespace-nowrap">
                  {text}
                </RowLink>
                {detail === undefined || detail === "" ? null : (
                  <span className="block text-xs whitespace-normal text-ink-3">{detail}</span>
                )}
              </Cell>
            );
          })}
        </Row>
      ))}
    </StackedTable>
  );
}
