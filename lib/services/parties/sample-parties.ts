/** CIKs from here up are kept for invented parties: EDGAR's own are far below, and are given out in order. */
const FIRST_SAMPLE_CIK = 9_000_000_000;

/** Whether a CIK belongs to the invented sample market. */
export function isSampleCik(cik: string): boolean {
  return Number(cik) >= FIRST_SAMPLE_CIK;
}
