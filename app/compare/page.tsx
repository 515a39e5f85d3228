import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { ComparePage } from "@/components/compare/compare-page";
import { cutText } from "@/lib/format/cut-text";
import { listOf } from "@/lib/format/words";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { comparePath } from "@/lib/paths";
import { type CompareQuery, compareParams, readCompareQuery } from "@/lib/search-params/compare";
import { partyWords } from "@/lib/search-params/party-words";
import { getCompare } from "@/lib/services/compare/get-compare";
import { ledgerStore } from "@/lib/services/ledger-store";
import { newestIssuers } from "@/lib/services/market/newest-issuers";
import { findParty } from "@/lib/services/watch/find-party";

const read = cache(async (issuers: string, asOf: string | null) =>
  getCompare(await ledgerStore(), { issuers: partyWords(issuers), asOf }),
);

const readOnce = ({ issuers, asOf }: CompareQuery) => read(issuers.join(","), asOf);

export async function generateMetadata({ searchParams }: PageProps<"/compare">): Promise<Metadata> {
  const view = await readOnce(readCompareQuery(await searchParams).query);
  const names = listOf(view.issuers.map(({ issuer }) => issuer.symbol ?? issuer.name ?? `CIK ${issuer.cik}`));
  const path = comparePath(compareParams({ issuers: view.issuers.map(({ issuer }) => issuer.cik), asOf: view.asOf }));
  const description =
    "Net open-market activity by month, planned share, lateness, exercise and sell, balances and double counting of issuers side by side.";
  return pageMetadata({ title: names === "" ? "Compare issuers" : `Compare ${names}`, description, path });
}

export default async function Compare({ searchParams }: PageProps<"/compare">) {
  const given = await searchParams;
  const { query, unread } = readCompareQuery(given);
  const view = await readOnce(query);
  const resolved = { issuers: view.issuers.map(({ issuer }) => issuer.cik), asOf: view.asOf };
  const asked = cutText([given.add ?? []].flat()[0]?.trim() ?? "", 100);
  const { party, found } = asked === "" ? { party: null, found: [] } : await findParty(await ledgerStore(), asked);
  if (party?.kind === "issuer") redirect(comparePath(compareParams(withIssuer(resolved, party.cik))));
  const isShort = comparePath(compareParams(resolved)) === comparePath(compareParams(query));
  if (!isShort && unread.length + view.unknown.length === 0 && asked === "")
    redirect(comparePath(compareParams(resolved)));
  const issuers = found.filter((hit) => hit.kind === "issuer");
  const example = view.issuers.length > 0 ? null : await newestIssuers(await ledgerStore(), view.asOf);
  return <ComparePage view={view} query={resolved} unread={unread} asked={asked} found={issuers} example={example} />;
}

function withIssuer(query: CompareQuery, cik: string): CompareQuery {
  return { ...query, issuers: [...new Set([...query.issuers, cik])] };
}
