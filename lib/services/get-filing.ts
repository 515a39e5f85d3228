import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { filingLateness } from "@/lib/analytics/timeliness/lateness";
import { edgarFilingUrl } from "@/lib/ownership/identity";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { resolveFilingId, sourcesOfFiling } from "@/lib/store/sources/read-documents";
import { filingsOfSources, type StoredFiling } from "./filings-of-sources";
import { ledgerDay } from "./ledger-day";
import { isKnownBy, issuerLedger } from "./parties/issuer-filings";
import { isSampleCik } from "./parties/sample-parties";
import { issuerPrices } from "./prices/issuer-prices";
import { episodeView } from "./views/episode-view";
import { filingRelations, NO_RELATIONS } from "./views/filing-relations";
import { filingSummary } from "./views/filing-summary";
import { planViews } from "./views/plan-view";
import { eventsOnce } from "./views/rows/events-once";
import { rowContext } from "./views/rows/row-context";
import { returnsView, rowRef, rowView } from "./views/rows/row-view";
import type { FilingView } from "./views/shapes/filing";

/**
 * One filing as its page shows it; null when there is none under that id. `movedTo` is set when the id leads to a
 * filing that took its place. With `asOf` (a calendar date) as it was known by the end of that day in New York.
 */
export async function getFiling(
  store: Store,
  id: string,
  asOf: string | null = null,
): Promise<{ movedTo: string | null; view: FilingView } | null> {
  const filingId = await resolveFilingId(store.db, id);
  if (filingId === null) return null;
  const [filing] = filingsOfSources(await sourcesOfFiling(store.db, filingId));
  if (filing === undefined) return null;
  const view = await filingView(store, filing, asOf);
  return { movedTo: filingId === id ? null : filingId, view };
}

async function filingView(store: Store, filing: StoredFiling, asOf: string | null): Promise<FilingView> {
  const { facts } = filing;
  const isNotYetKnown = asOf !== null && !isKnownBy(facts, asOf);
  const { filings, findings } = await issuerLedger(store, facts.issuerCik, asOf);
  const prices = await issuerPrices(store, facts.issuerCik, asOf, findings);
  const context = rowContext([findings], null, [prices]);
  const own = (row: FiledRow) => row.filing.filingId === facts.filingId;
  const standing = eventsOnce(
    findings.inForce.filter((other) => other.ownerKey === facts.ownerKey),
    findings.copies,
    facts.filingId,
  );
  const episodes = exerciseEpisodes(standing, { asOf: asOf ?? (await ledgerDay(store)) }).filter(
    (episode) => episode.exercised.rows.some(own) || episode.legs.some((leg) => own(leg.row)),
  );
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    isNotYetKnown,
    ...(isNotYetKnown ? NO_RELATIONS : filingRelations(facts, filings, findings)),
    summary: filingSummary(filing),
    document: filing.merged.document,
    warnings: filing.merged.warnings,
    rows: isNotYetKnown ? [] : facts.rows.map((row) => rowView(row, context)),
    episodes: episodes.map(episodeView),
    plans: planViews(standing, context.excluded).filter((plan) =>
      plan.evidence.some((ref) => ref.filingId === facts.filingId),
    ),
    sources: filing.sources,
    timeliness: timeliness(filing),
    edgarUrl:
      facts.accession === null || isSampleCik(facts.issuerCik)
        ? null
        : edgarFilingUrl(facts.issuerCik, facts.accession),
    ...(isNotYetKnown ? {} : returnsView(facts, context)),
    fictional: isSampleCik(facts.issuerCik),
  };
}

function timeliness(filing: StoredFiling): FilingView["timeliness"] {
  const { worst, rows } = filingLateness(filing.facts);
  const row = rows.find((one) => one === worst);
  return {
    status: worst.status,
    reason: worst.reason,
    eventDate: worst.eventDate,
    dueDate: worst.dueDate,
    businessDays: worst.businessDays,
    late: worst.late,
    signedAfter: worst.signedAfter,
    row: row === undefined ? null : rowRef(row.row),
  };
}
