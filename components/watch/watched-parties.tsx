import { PageLink } from "@/components/links/ledger-link";
import { InsiderLink, IssuerLink, Ticker } from "@/components/parties/party-links";
import { NumberHead } from "@/components/ui/number-head";
import { TableScroll } from "@/components/ui/table-scroll";
import { Unknown } from "@/components/ui/unknown";
import { formatDate, newYorkDate } from "@/lib/format/dates";
import { formatCount } from "@/lib/format/numbers";
import { partyShort } from "@/lib/format/watch-words";
import { watchPath } from "@/lib/paths";
import { type WatchQuery, watchParams, withoutParty } from "@/lib/search-params/watch";
import type { WatchedParty } from "@/lib/services/watch/watch-view";

interface WatchedPartiesProps {
  parties: readonly WatchedParty[];
  /** The list, so that each party can be taken from it. */
  query: WatchQuery;
}

/** Who is on the list, and when each was last heard of. */
export function WatchedParties({ parties, query }: WatchedPartiesProps) {
  return (
    <TableScroll label="Parties of the list">
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Ticker</th>
            <th scope="col">Kind</th>
            <NumberHead>Filings</NumberHead>
            <th scope="col">Newest filing</th>
            <th scope="col">
              <span className="sr-only">Take away</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <tr key={`${party.kind} ${party.cik}`}>
              <td>{party.kind === "issuer" ? <IssuerLink issuer={party} /> : <InsiderLink insider={party} />}</td>
              <td>{party.symbol === null ? "" : <Ticker symbol={party.symbol} />}</td>
              <td className="text-ink-2">{party.kind}</td>
              <td className="num">{formatCount(party.filings)}</td>
              <td>
                {party.lastKnownAt === null ? (
                  <Unknown reason="This ledger holds no filing of it; one may come." />
                ) : (
                  formatDate(newYorkDate(party.lastKnownAt))
                )}
              </td>
              <td>
                <PageLink
                  href={watchPath(watchParams({ ...withoutParty(query, party.kind, party.cik), asOf: null }))}
                  className="share no-print"
                  aria-label={`Take ${partyShort(party)} from the list`}
                >
                  take away
                </PageLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
