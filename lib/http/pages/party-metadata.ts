import type { Metadata } from "next";
import { formatDate } from "@/lib/format/dates";
import { filingWords, insiderWords, issuerWords, type PageWords } from "@/lib/format/page-words";
import { listOf } from "@/lib/format/words";
import { filingPath, insiderPath, issuerPath, shareImagePath, watchFeedPath } from "@/lib/paths";
import { AS_OF, withAsOf } from "@/lib/search-params/as-of";
import { readPartyQuery } from "@/lib/search-params/party-query";
import type { Given } from "@/lib/search-params/transactions/query";
import { givenPairs, VIEW_PARAMS, withParams } from "@/lib/search-params/view-params";
import { watchParams } from "@/lib/search-params/watch";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import type { InsiderView, IssuerView } from "@/lib/services/views/shapes/party";
import { pageMetadata } from "./page-metadata";

function feedOf(words: PageWords, list: { issuers: string[]; insiders: string[] }) {
  return { path: watchFeedPath(watchParams({ ...list, asOf: null })), title: `Insider filings: ${words.title}` };
}

/** The words of a page whose address filters its rows: the figures are of all rows, so the filter is told beside them. */
function filtered(words: PageWords, given: Given): PageWords {
  const { codes, range } = readPartyQuery(given).query;
  const shown = [
    codes.length === 0 ? null : `code ${listOf(codes)}`,
    range.from === null ? null : `traded from ${formatDate(range.from)}`,
    range.to === null ? null : `traded to ${formatDate(range.to)}`,
  ].filter((part) => part !== null);
  return shown.length === 0
    ? words
    : { ...words, description: `${words.description} The page shows: ${shown.join(", ")}.` };
}

/** A party's page in its one short address: what makes the view, in one order. */
function addressOf<Path extends string>(path: Path, given: Given, asOf: string | null): Path {
  const makesView = ([name, value]: readonly [string, string]) => VIEW_PARAMS.includes(name) && value !== "";
  return withParams(path, givenPairs(given).filter(makesView), { [AS_OF]: asOf });
}

/** What an issuer's page tells of itself: name, net activity, last trade; its feed; its picture. */
export function issuerMetadata(view: IssuerView, given: Given): Metadata {
  const { issuer, asOf } = view;
  const words = filtered(issuerWords(view), given);
  return pageMetadata({
    ...words,
    path: addressOf(issuerPath(issuer.cik), given, asOf),
    feed: feedOf(words, { issuers: [issuer.cik], insiders: [] }),
    image: withAsOf(shareImagePath("issuers", issuer.cik), asOf),
  });
}

/** The same of an insider's page. */
export function insiderMetadata(view: InsiderView, given: Given): Metadata {
  const { insider, asOf } = view;
  const words = filtered(insiderWords(view), given);
  return pageMetadata({
    ...words,
    path: addressOf(insiderPath(insider.cik), given, asOf),
    feed: feedOf(words, { issuers: [], insiders: [insider.cik] }),
    image: withAsOf(shareImagePath("insiders", insider.cik), asOf),
  });
}

/** The same of a filing's page. */
export function filingMetadata(view: FilingView): Metadata {
  const { summary, asOf } = view;
  return pageMetadata({
    ...filingWords(view),
    path: withAsOf(filingPath(summary.id), asOf),
    image: withAsOf(shareImagePath("filings", summary.id), asOf),
  });
}
