import { hash } from "node:crypto";

/** Hex digits kept of a SHA-256, as of every hash in the ledger. */
const HASH_LENGTH = 16;
/** More sources than any filing has: beyond this no part of them is looked for. */
const MOST = 12;

/** The hash of a filing's sources, whatever their order. */
export function documentHash(hashes: readonly string[]): string {
  return hash("sha256", [...hashes].sort().join(" "), "hex").slice(0, HASH_LENGTH);
}

/**
 * The sources that a filing's record was derived from, which are all of them but while a bulk load goes on: then a source may lie
 * there whose issuer is not refreshed yet, and rows and document of a page would not fit together. `derived`: the record's
 * `documentHash`. Where no part of the sources has it, all count.
 */
export function settledSources<T extends { hash: string }>(sources: readonly T[], derived: string): readonly T[] {
  if (documentHash(sources.map((source) => source.hash)) === derived || sources.length > MOST) return sources;
  for (let chosen = 2 ** sources.length - 2; chosen > 0; chosen--) {
    const part = sources.filter((_, n) => (chosen >> n) % 2 === 1);
    if (documentHash(part.map((source) => source.hash)) === derived) return part;
  }
  return sources;
}
