import { type FoundSplit, findSplits } from "@/lib/analytics/holdings/splits";
import { unadjustedSplits } from "@/lib/analytics/prices/split-jumps";
import type { Store } from "@/lib/store/client";
import { type PriceSeries, readPrices } from "@/lib/store/prices/read-prices";
import type { IssuerFindings } from "../refresh/issuer-findings";

/** An issuer's imported prices as a page may use them. */
export interface IssuerPrices {
  issuerCik: string;
  series: readonly PriceSeries[];
  /** Confirmed splits, told by the balances that the filings report. */
  splits: readonly FoundSplit[];
  /** Of each series, the first closes after splits that it is not adjusted for. */
  unadjusted: ReadonlyMap<PriceSeries, ReadonlySet<string>>;
}

/** The prices of an issuer up to the day of the page (null: all of them), or null where none were imported. */
export async function issuerPrices(
  store: Store,
  issuerCik: string,
  asOf: string | null,
  findings: Findings,
): Promise<IssuerPrices | null> {
  const stored = await readPrices(store.db, issuerCik);
  if (stored.length === 0) return null;
  return pricesOf(issuerCik, knownSeries(stored, asOf), findings);
}

/** The series as far as they were known by the end of a day; null: all of them. */
export function knownSeries(series: readonly PriceSeries[], asOf: string | null): readonly PriceSeries[] {
  if (asOf === null) return series;
  return series.map(({ symbol, closes }) => ({ symbol, closes: closes.filter(({ date }) => date <= asOf) }));
}

type Findings = Pick<IssuerFindings, "lines" | "inForce">;

/** Series with the splits that the findings tell. */
export function pricesOf(issuerCik: string, series: readonly PriceSeries[], findings: Findings): IssuerPrices {
  const splits = findSplits(findings.lines, findings.inForce).filter(({ confirmed }) => confirmed);
  return {
    issuerCik,
    series,
    splits,
    unadjusted: new Map(series.map((one) => [one, unadjustedSplits(one.closes, splits)])),
  };
}
