import Link from "next/link";
import { PageLink, RowLink } from "@/components/links/ledger-link";
import { IssuerLink } from "@/components/parties/party-links";
import { Hint } from "@/components/ui/floating/hint";
import { TableScroll } from "@/components/ui/table-scroll";
import { comparePath, issuerPath, methodPath } from "@/lib/paths";
import { compareParams } from "@/lib/search-params/compare";
import type { ComparedIssuer } from "@/lib/services/compare/compare-view";
import { MEASURES } from "./compare-measures";
import { shortName } from "./compare-words";

/** A column an issuer, a line a measure; each figure leads to its evidence on the issuer's own page. */
export function CompareTable({ issuers }: { issuers: readonly ComparedIssuer[] }) {
  return (
    <TableScroll label="Issuers side by side">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col" className="sticky left-0 z-10 bg-paper">
              <span className="sr-only">Measure</span>
            </th>
            {issuers.map(({ issuer }) => (
              <th key={issuer.cik} scope="col" className="num min-w-40">
                <span className="text-sm text-ink">
                  <IssuerLink issuer={issuer} isShort />
                </span>
                <span className="no-print block">
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
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure.name}>
              <th scope="row" className="wrap sticky left-0 z-10 min-w-28 max-w-52 bg-paper">
                <Hint text={measure.about} className="cursor-help text-left">
                  {measure.name}
                </Hint>
                {measure.method === null ? null : (
                  <Link href={methodPath(measure.method)} prefetch={false} className="ml-1.5 text-xs text-ink-3 link">
                    how<span className="sr-only"> {measure.name} is made</span>
                  </Link>
                )}
              </th>
              {issuers.map((one) => {
                const { text, detail, section } = measure.cell(one);
                return (
                  <td key={one.issuer.cik} className="num wrap">
                    <RowLink href={`${issuerPath(one.issuer.cik)}#${section}`} className="evidence whitespace-nowrap">
                      {text}
                    </RowLink>
                    {detail === undefined || detail === "" ? null : (
                      <span className="block text-xs whitespace-normal text-ink-3">{detail}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
