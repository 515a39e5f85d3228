import { generateSample, type SampleFiling, type SampleOptions } from "@/lib/sample/generate-sample";
import type { IssuerTruth } from "@/lib/sample/truth/truth";

export interface Market {
  filings: SampleFiling[];
  truth: IssuerTruth[];
}

const made = new Map<string, Market>();

/** A whole market in memory, generated once a test file. */
export function marketOf(options: SampleOptions): Market {
  const key = JSON.stringify(options);
  const known = made.get(key);
  if (known !== undefined) return known;
  const { filings, truth } = generateSample(options);
  const market = { filings: [...filings], truth };
  made.set(key, market);
  return market;
}

export const SEEDS = [1, 2, 3];
