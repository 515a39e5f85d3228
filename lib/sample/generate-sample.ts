import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { DATASET_BOX_START } from "./book/close-form";
import { CHECKBOX_START } from "./market/calendar";
import { issuerMarket } from "./market/issuer-market";
import { mixSeed, Random } from "./random";
import { issuerTruth } from "./truth/issuer-truth";
import type { IssuerTruth } from "./truth/truth";

/** The source form that the market is written for: what it can't say is left out of documents and truth alike. */
export type SampleForm = "submission" | "xml" | "dataset";

export interface SampleOptions {
  /** Filings in all, exactly. */
  filings: number;
  /** Any whole number; the same seed, size and form give the same market. */
  seed: number;
  /** Issuers; by default one for every 45 filings. */
  issuers?: number;
  /** By default `submission`. `xml` has no instants of acceptance; `dataset` also rounds to cents and lacks the box before 2025. */
  as?: SampleForm;
}

export interface SampleFiling {
  /** Complete with accession, filing date and, for `submission`, the instant of acceptance. */
  document: OwnershipDocument;
  /** `<accession>.xml`, or `.txt` for a submission text. */
  fileName: string;
}

export interface SampleIssuer {
  cik: string;
  /** In order of acceptance. */
  filings: SampleFiling[];
  truth: IssuerTruth;
}

/** The market issuer by issuer: only one issuer is in memory at a time, whatever the size. */
export function* generateIssuers(options: SampleOptions): Generator<SampleIssuer> {
  const { seed, as = "submission" } = options;
  const shares = filingsByIssuer(options);
  for (const [i, filings] of shares.entries()) {
    const { issuer, book } = issuerMarket({
      number: i + 1,
      filings,
      seed,
      foreign: isForeign(i, shares.length),
      accepted: as === "submission",
      digits: as === "dataset" ? 2 : 4,
      boxFrom: as === "dataset" ? DATASET_BOX_START : CHECKBOX_START,
    });
    const extension = as === "submission" ? "txt" : "xml";
    yield {
      cik: issuer.cik,
      filings: book.filings.map(({ document }) => ({ document, fileName: `${document.accession}.${extension}` })),
      truth: issuerTruth(issuer, book),
    };
  }
}

/**
 * A seeded fictional market: its filings as an iterable, and a truth book that fills as they are taken.
 * Throws a LedgerError `sample-options` for a size or seed that is none.
 */
export function generateSample(options: SampleOptions): { filings: Iterable<SampleFiling>; truth: IssuerTruth[] } {
  checkOptions(options);
  const truth: IssuerTruth[] = [];
  function* filings(): Generator<SampleFiling> {
    for (const issuer of generateIssuers(options)) {
      truth.push(issuer.truth);
      yield* issuer.filings;
    }
  }
  return { filings: filings(), truth };
}

function isForeign(index: number, issuers: number): boolean {
  return issuers > 4 && index % 12 === 5;
}

/** Foreign issuers have filed since March 2026 only, so they have few filings. */
const FOREIGN_MOST = 14;

/** How many filings each issuer has: a few large, many small, adding up exactly. */
function filingsByIssuer(options: SampleOptions): number[] {
  checkOptions(options);
  const { filings, seed } = options;
  const count = Math.max(1, Math.min(options.issuers ?? Math.round(filings / 45), filings));
  const random = new Random(mixSeed(seed, 0));
  const weights = Array.from({ length: count }, () => Math.exp(random.between(-0.8, 1.1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight, i) => {
    const share = Math.max(1, Math.floor((filings * weight) / total));
    return isForeign(i, count) ? Math.min(share, FOREIGN_MOST) : share;
  });
  settle(shares, filings);
  return shares;
}

/** Spreads what rounding left over among the domestic issuers, or takes what is too much from any that has more than one. */
function settle(shares: number[], filings: number): void {
  let left = filings - shares.reduce((sum, share) => sum + share, 0);
  const open = shares.flatMap((_, i) => (left > 0 && isForeign(i, shares.length) ? [] : [i]));
  for (let round = 0; left !== 0; round++) {
    const each = left > 0 ? Math.max(1, Math.floor(left / open.length)) : -1;
    for (const i of open) {
      if (left === 0) break;
      if (each < 0 && (shares[i] ?? 0) <= 1) continue;
      shares[i] = (shares[i] ?? 0) + each;
      left -= each;
    }
    if (round > filings) break;
  }
}

function checkOptions({ filings, seed, issuers }: SampleOptions): void {
  const whole = Number.isSafeInteger(filings) && filings >= 1 && filings <= 10_000_000 && Number.isSafeInteger(seed);
  const some = issuers === undefined || (Number.isSafeInteger(issuers) && issuers >= 1);
  if (whole && some) return;
  throw new LedgerError("sample-options", `A sample of ${filings} filings with seed ${seed} can't be made.`, {
    advice: "Give whole numbers: 1 to 10,000,000 filings, any seed, at least one issuer.",
  });
}
