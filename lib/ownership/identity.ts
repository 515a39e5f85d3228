import type { RowKind } from "./document";

const ACCESSION = /^\d{10}-\d{2}-\d{6}$/;

/** An accession number from its dashed form or its 18 digits; null when the text is neither. */
export function normaliseAccession(text: string): string | null {
  const bare = text.trim();
  if (ACCESSION.test(bare)) return bare;
  if (!/^\d{18}$/.test(bare)) return null;
  return `${bare.slice(0, 10)}-${bare.slice(10, 12)}-${bare.slice(12)}`;
}

/**
 * In a longer name 18 bare digits count only with the zeros that CIKs of filing agents begin with: filing software names its
 * files by time stamps (`wf-form4_154456789012345678.xml`), and an accession is never invented.
 */
const IN_A_NAME = /(?<!\d)(?:\d{10}-\d{2}-\d{6}|000\d{15})(?!\d)|^\d{18}(?=\.|$)/;

/**
 * The accession number that a file's name or one of its folders carries, nearest first; null when none does.
 * A longer run of digits is not read as one.
 */
export function accessionInPath(path: string): string | null {
  for (const segment of path.split(/[\\/]/).reverse()) {
    const match = IN_A_NAME.exec(segment);
    if (match !== null) return normaliseAccession(match[0]);
  }
  return null;
}

/** A CIK without its leading zeros (`0001107843` → `1107843`); null when the text is no CIK of 1 to 10 digits. */
export function normaliseCik(text: string | null): string | null {
  if (text === null || !/^\s*\d{1,10}\s*$/.test(text)) return null;
  return text.trim().replace(/^0+(?=\d)/, "");
}

export type TableNumber = "I" | "II";

/**
 * The anchor of a row on its filing's page: `t1-tx2` is the second transaction of Table I, `t2-h1` the first holding of Table II.
 * Counting is per table and kind, so every source of a filing gives the same anchors.
 */
export function rowAnchor(table: TableNumber, kind: RowKind, n: number): string {
  return `t${table === "I" ? 1 : 2}-${kind === "transaction" ? "tx" : "h"}${n}`;
}

/** EDGAR's own page of a filing, built from CIK and accession. */
export function edgarFilingUrl(cik: string, accession: string): string {
  const bare = accession.replaceAll("-", "");
  return `https://www.sec.gov/Archives/edgar/data/${cik}/${bare}/${accession}-index.htm`;
}
