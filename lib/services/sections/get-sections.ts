import { exerciseEpisodes } from "@/lib/analytics/exercise/episodes";
import { balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { findSplits } from "@/lib/analytics/holdings/splits";
import { flaggedOut } from "@/lib/analytics/prices/price-flags";
import type { Store } from "@/lib/store/client";
import { readDataVersion } from "@/lib/store/ledger-state";
import { ledgerDay } from "../ledger-day";
import { filingsOfInsider, issuerLedger } from "../parties/issuer-filings";
import { eventsOnce } from "../views/rows/events-once";
import { auditView } from "./audit-view";
import { conductViews } from "./conduct-view";
import { flowViews } from "./flow-view";
import { meterView } from "./meter-view";
import { optionBookView } from "./option-book-view";
import { patternView } from "./pattern-view";
import type { InsiderSections, IssuerSections } from "./section-views";

interface SectionsInput {
  cik: string;
  /** `YYYY-MM-DD`: only what was known by the end of that day in New York. Null: now. */
  asOf: string | null;
}

/** Audit, option book, exercise flow, conduct, trading pattern and double-count meter of an issuer, over all its filings. */
export async function getIssuerSections(store: Store, { cik, asOf }: SectionsInput): Promise<IssuerSections> {
  const { findings } = await issuerLedger(store, cik, asOf);
  const day = asOf ?? (await ledgerDay(store));
  const { inForce, lines, counted, copies } = findings;
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    audit: auditView(lines, findSplits(lines, inForce)),
    optionBook: optionBookView(inForce, lines, day),
    flows: flowViews(exerciseEpisodes(counted, { asOf: day }), counted),
    conduct: conductViews(findings.filings, day),
    pattern: patternView({ inForce, once: counted, copies, flagged: flaggedOut(findings.flags), day }),
    meter: meterView(inForce, findings.flags),
  };
}

/** The same of an insider's own filings; splits are found among all filings of the issuers. */
export async function getInsiderSections(store: Store, { cik, asOf }: SectionsInput): Promise<InsiderSections> {
  const filings = (await filingsOfInsider(store, cik, asOf)).map((filing) => filing.facts);
  const own = new Set(filings.map((filing) => filing.filingId));
  const issuers = [...new Set(filings.map((filing) => filing.issuerCik))];
  const ledgers = await Promise.all(issuers.map(async (issuer) => (await issuerLedger(store, issuer, asOf)).findings));
  const day = asOf ?? (await ledgerDay(store));
  const standing = ledgers.flatMap((findings) => findings.inForce).filter((filing) => own.has(filing.filingId));
  const copies = new Map(ledgers.flatMap((findings) => [...findings.copies]));
  const once = eventsOnce(standing, copies);
  const flagged = flaggedOut(ledgers.flatMap((findings) => findings.flags));
  const lines = balanceLines(standing);
  return {
    dataVersion: await readDataVersion(store.db),
    asOf,
    audit: auditView(
      lines,
      ledgers.flatMap((findings) => findSplits(findings.lines, findings.inForce)),
      ledgers.flatMap((findings) => findings.lines),
    ),
    optionBook: optionBookView(standing, lines, day),
    flows: flowViews(exerciseEpisodes(once, { asOf: day }), once),
    conduct: conductViews(filings, day).filter((conduct) => conduct.insider.cik === cik),
    pattern: patternView({ inForce: standing, once, copies, flagged, day, only: cik }),
  };
}
