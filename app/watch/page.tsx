import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { WatchPage } from "@/components/watch/watch-page";
import { cutText } from "@/lib/format/cut-text";
import { watchTitle } from "@/lib/format/watch-words";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { watchFeedPath, watchPath } from "@/lib/paths";
import { partyWords } from "@/lib/search-params/party-words";
import { readWatchQuery, type WatchQuery, watchParams, withParty } from "@/lib/search-params/watch";
import { ledgerStore } from "@/lib/services/ledger-store";
import { newestIssuers } from "@/lib/services/market/newest-issuers";
import { findParty } from "@/lib/services/watch/find-party";
import { getWatch } from "@/lib/services/watch/get-watch";
import { watchedQuery } from "@/lib/services/watch/watch-view";

const read = cache(async (issuers: string, insiders: string, asOf: string | null) =>
  getWatch(await ledgerStore(), { issuers: partyWords(issuers), insiders: partyWords(insiders), asOf }),
);

const readOnce = ({ issuers, insiders, asOf }: WatchQuery) => read(issuers.join(","), insiders.join(","), asOf);

export async function generateMetadata({ searchParams }: PageProps<"/watch">): Promise<Metadata> {
  const view = await readOnce(readWatchQuery(await searchParams).query);
  const params = watchParams(watchedQuery(view));
  const about = "Insider filings of a list of issuers and insiders, newest first; with an Atom feed.";
  if (view.parties.length === 0) return pageMetadata({ title: "Watch list", description: about, path: watchPath() });
  const names = watchTitle(view.parties);
  const title = `Watch: ${names}`;
  const feed = { path: watchFeedPath(params), title: `Insider filings: ${names}` };
  return pageMetadata({ title, description: about, path: watchPath(params), feed, isPrivate: true });
}

export default async function Watch({ searchParams }: PageProps<"/watch">) {
  const given = await searchParams;
  const { query, unread } = readWatchQuery(given);
  const view = await readOnce(query);
  const list = watchedQuery(view);
  const asked = cutText([given.add ?? []].flat()[0]?.trim() ?? "", 100);
  const { party, found } = asked === "" ? { party: null, found: [] } : await findParty(await ledgerStore(), asked);
  if (party !== null) redirect(watchPath(watchParams(withParty(list, party.kind, party.cik))));
  const isShort = watchPath(watchParams(list)) === watchPath(watchParams(query));
  if (!isShort && unread.length + view.unknown.length === 0 && asked === "") redirect(watchPath(watchParams(list)));
  const example = view.parties.length > 0 ? null : await newestIssuers(await ledgerStore(), view.asOf);
  return <WatchPage view={view} query={list} unread={unread} asked={asked} found={found} example={example} />;
}
