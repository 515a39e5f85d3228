import type { Metadata } from "next";
import { filingWords, insiderWords, issuerWords, type PageWords } from "@/lib/format/page-words";
import { filingPath, insiderPath, issuerPath, shareImagePath, watchFeedPath } from "@/lib/paths";
import { withAsOf } from "@/lib/search-params/as-of";
import { watchParams } from "@/lib/search-params/watch";
import type { FilingView, InsiderView, IssuerView } from "@/lib/services/views";
import { pageMetadata } from "./page-metadata";

function feedOf(words: PageWords, list: { issuers: string[]; insiders: string[] }) {
  return { path: watchFeedPath(watchParams({ ...list, asOf: null })), title: `Insider filings: ${words.title}` };
}

/** What an issuer's page tells of itself: name, net activity, last trade; its feed; its picture. */
export function issuerMetadata(view: IssuerView, codes: readonly string[] = []): Metadata {
  const { issuer, asOf } = view;
  const words = issuerWords(view);
  return pageMetadata({
    ...words,
    path: withAsOf(issuerPath(issuer.cik, codes), asOf),
    feed: feedOf(words, { issuers: [issuer.cik], insiders: [] }),
    image: withAsOf(shareImagePath("issuers", issuer.cik), asOf),
  });
}

/** The same of an insider's page. */
export function insiderMetadata(view: InsiderView): Metadata {
  const { insider, asOf } = view;
  const words = insiderWords(view);
  return pageMetadata({
    ...words,
    path: withAsOf(insiderPath(insider.cik), asOf),
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
