import { PageLink } from "@/components/links/ledger-link";
import { InsiderLink, IssuerLink, Ticker } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
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
    <StackedTable
      label="Parties of the list"
      head={
        <>
          <Head>Party</Head>
          <Head>Ticker</Head>
          <Head>Kind</Head>
          <Head isNumber>Filings</Head>
          <Head>Newest filing</Head>
          <th scope="col">
            <span className="sr-only">Take away</span>
          </th>
        </>
      }
    >
      {parties.map((party) => (
        <Row key={`${party.kind} ${party.cik}`}>
          <Cell at="first">
            {party.kind === "issuer" ? <IssuerLink issuer={party} /> : <InsiderLink insider={party} />}
          </Cell>
          <Cell at="first">{party.symbol === null ? "" : <Ticker symbol={party.symbol} />}</Cell>
          <Cell className="text-ink-2">{party.kind}</Cell>
          <Cell isNumber name="filings">
            {formatCount(party.filings)}
          </Cell>
          <Cell name="newest">
            {party.lastKnownAt === null ? (
              <Unknown reason="This ledger holds no filing of it; one may come." />
            ) : (
              formatDate(newYorkDate(party.lastKnownAt))
            )}
          </Cell>
          <Cell at="first end">
            <PageLink
              href={watchPath(watchParams({ ...withoutParty(query, party.kind, party.cik), asOf: null }))}
              className="share no-print"
              aria-label={`Take ${partyShort(party)} from the list`}
            >
              remove
            </PageLink>
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}
