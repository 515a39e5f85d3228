import type { SampleOptions } from "./generate-sample";

/** The demo's market: 40 issuers, 1,800 filings, every story told. Written as submissions, so that acceptance times show. */
export const DEMO_MARKET = {
  filings: 1800,
  issuers: 40,
  seed: 20_260_630,
  as: "submission",
} as const satisfies SampleOptions;
