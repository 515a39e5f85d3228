import { type FilerConduct, filerConduct, type Share } from "@/lib/analytics/conduct/filer-conduct";
import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { issuerRef, rowRef } from "../views/rows/row-view";
import type { ConductView, FilingShareView } from "./section-views";

/** How each owner files, those with the most filings first. Pass all filings known, amendments included. */
export function conductViews(filings: readonly FilingFacts[], day: string | null): ConductView[] {
  const issuers = new Map(filings.map((filing) => [filing.issuerCik, issuerRef(filing)]));
  return filerConduct(filings, { asOf: day })
    .sort((a, b) => b.filings - a.filings)
    .map((conduct) => conductView(conduct, issuers.get(conduct.issuerCik)));
}

function conductView(conduct: FilerConduct, issuer: ConductView["issuer"] | undefined): ConductView {
  const { missingPrices, latest } = conduct;
  return {
    insider: { cik: conduct.cik, name: conduct.name },
    issuer: issuer ?? { cik: conduct.issuerCik, name: null, symbol: null },
    filings: conduct.filings,
    late: shareView(conduct.late),
    lateUnlessDeemed: conduct.lateUnlessDeemed.map((filing) => filing.filingId),
    latest: latest === null ? null : { filingId: latest.filing.filingId, businessDays: latest.lateness.late ?? 0 },
    notAssessed: conduct.notAssessed.length,
    amendments: shareView(conduct.amendments),
    withoutPrice: {
      figure: { value: missingPrices.part.length, rows: missingPrices.part.map(rowRef), note: null, leftOut: [] },
      whole: missingPrices.whole.length,
    },
    habits: conduct.habits.map(({ words, expectedBy, broken, rows }) => ({
      words,
      expectedBy,
      broken,
      rows: rows.map(rowRef),
    })),
  };
}

function shareView({ part, whole, share }: Share<FilingFacts>): FilingShareView {
  return { part: part.length, whole: whole.length, share, filingIds: part.map((filing) => filing.filingId) };
}
