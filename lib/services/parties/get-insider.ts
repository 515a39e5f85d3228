import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { readInsider } from "@/lib/store/read-parties";
import { ledgerDay } from "../ledger-day";
import { issuerPrices } from "../prices/issuer-prices";
import { activityView } from "../views/activity-view";
import { episodeView } from "../views/episode-view";
import { filingSummary, rolesOf } from "../views/filing-summary";
import { lineView } from "../views/line-view";
import { planViews } from "../views/plan-view";
import { relatedFilers, roleSpells } from "../views/relations-of-owner";
import { eventsOnce } from "../views/rows/events-once";
import { rowContext } from "../views/rows/row-context";
import { latestTradeDate, newestTradesFirst } from "../views/rows/row-sets";
import { issuerRef } from "../views/rows/row-view";
import type { ActivityFilter } from "../views/shapes/activity";
import type { InsiderView } from "../views/shapes/party";
import { filingsOfInsider, issuerLedger } from "./issuer-filings";
import { isSampleCik } from "./sample-parties";

export interface InsiderInput extends Partial<ActivityFilter> {
  cik: string;
  /** As for an issuer. */
  asOf?: string | null;
}

/** One insider across all issuers as the page shows it; null when no filing names the CIK as an owner. */
export async function getInsider(store: Store, input: InsiderInput): Promise<InsiderView | null> {
  const insider = await readInsider(store.db, input.cik);
  if (insider === null) return null;
  const asOf = input.asOf ?? null;
  const filings = await filingsOfInsider(store, input.cik, asOf);
  const own = new Set(filings.map((filing) => filing.facts.filingId));
  const issuerCiks = [...new Set(filings.map((filing) => filing.facts.issuerCik))];
  const ledgers = await Promise.all(issuerCiks.map((cik) => issuerLedger(store, cik, asOf)));
  const prices = await Promise.all(
    issuerCiks.map((cik, i) => {
      const findings = ledgers[i]?.findings;
      return findings === undefined ? null : issuerPrices(store, cik, asOf, findings);
    }),
  );
  const context = rowContext(
    ledgers.map((ledger) => ledger.findings),
    own,
    prices,
  );
  const standing = ledgers.flatMap((ledger) => ledger.findings.inForce).filter((filing) => own.has(filing.filingId));
  const transactions = newestTradesFirst(filings.map((filing) => filing.facts));
  const once = eventsOnce(standing, new Map(ledgers.flatMap((ledger) => [...ledger.findings.copies])));
  const day = asOf ?? (await ledgerDay(store));
  const episodes = exerciseEpisodes(once, { asOf: day });
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    day,
    insider: { cik: insider.cik, name: insider.name },
    issuers: issuersOf(
      filings.map((filing) => filing.facts),
      input.cik,
    ),
    roles: roleSpells(
      filings.map((filing) => filing.facts),
      input.cik,
    ),
    related: relatedFilers(
      filings.map((filing) => filing.facts),
      input.cik,
    ),
    ...activityView(transactions, { codes: input.codes ?? [], range: input.range }, context),
    lines: balanceLines(standing).map(lineView),
    episodes: episodes.map(episodeView).reverse(),
    plans: planViews(once, context.excluded),
    filings: filings.map(filingSummary),
    lastTrade: latestTradeDate(newestTradesFirst(standing)),
    fictional: filings.some((filing) => isSampleCik(filing.facts.issuerCik)),
  };
}

/** Issuers that the insider files for, newest first, with the roles of the latest filing there. */
function issuersOf(filings: readonly FilingFacts[], cik: string): InsiderView["issuers"] {
  const issuers = new Map<string, InsiderView["issuers"][number]>();
  for (const filing of filings) {
    const owner = filing.owners.find((one) => one.cik === cik);
    if (owner === undefined || issuers.has(filing.issuerCik)) continue;
    issuers.set(filing.issuerCik, { ...issuerRef(filing), roles: rolesOf(owner), officerTitle: owner.officerTitle });
  }
  return [...issuers.values()];
}
