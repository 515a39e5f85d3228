/** A line of the source: text, or a table row with its cells (raw, not yet resolved). */
export interface Unit {
  /** 1-based. */
  line: number;
  raw: string;
  /** The cells of a row; null for a line of text. */
  cells: string[] | null;
  /** A rule row (`|---|---|`) or a rule of dashes. It parts header and data and holds nothing. */
  isRule: boolean;
}

/** Lines as units. Rows are told by their pipes (with or without outer ones) or by tabs. */
export function readUnits(text: string): Unit[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  return lines.map((raw, i) => {
    const cells = splitRow(raw);
    return { line: i + 1, raw, cells, isRule: isRule(raw) };
  });
}

function splitRow(raw: string): string[] | null {
  const bare = raw.trim();
  if (/(?<!\\)\|/.test(bare)) {
    const inner = bare.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
    return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
  }
  return bare.includes("\t") ? raw.split("\t").map((cell) => cell.trim()) : null;
}

/** `|--|:-:|`, `+----+----+`, `-----  -----`, `=====`. */
function isRule(raw: string): boolean {
  return /[-=]{2}/.test(raw) && /^[\s|:+=_-]+$/.test(raw);
}
