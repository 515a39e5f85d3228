import { LedgerError } from "@/lib/errors";

/** The largest document that is read. EDGAR's own limit for a whole submission lies above any ownership filing. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** Sidecars hold a few identifiers. */
export const MAX_SIDECAR_BYTES = 64 * 1024;

export interface SourceLimits {
  maxDocumentBytes: number;
  /** What one archive may unpack to, archives inside it included. */
  maxArchiveBytes: number;
  /** Unpacked bytes per packed byte. Filings reach 30, deflate can reach 1,032. */
  maxRatio: number;
  /** Below this many unpacked bytes the ratio is not looked at. */
  ratioFloorBytes: number;
  /** Layers of containers inside one another; `.tar.gz` has two. */
  maxDepth: number;
}

export const DEFAULT_LIMITS: SourceLimits = {
  maxDocumentBytes: MAX_DOCUMENT_BYTES,
  maxArchiveBytes: 256 * 1024 ** 3,
  maxRatio: 250,
  ratioFloorBytes: 32 * 1024 * 1024,
  maxDepth: 4,
};

/** Counts what an archive unpacks to, and stops it (`archive-bomb`) beyond the limits. Inner archives count here too. */
export class ArchiveBudget {
  private unpacked = 0;

  constructor(
    private readonly file: string,
    private readonly limits: SourceLimits,
    /** Packed bytes read so far, or the archive's size. */
    private readonly packed: () => number,
    private readonly outer: ArchiveBudget | null,
  ) {}

  /** Counts unpacked bytes. Throws LedgerError `archive-bomb`. */
  spend(bytes: number): void {
    this.outer?.spend(bytes);
    this.unpacked += bytes;
    if (this.unpacked > this.limits.maxArchiveBytes) {
      throw this.bomb(`unpacks to more than ${this.limits.maxArchiveBytes} bytes`);
    }
    if (this.unpacked > this.limits.ratioFloorBytes && this.unpacked > this.limits.maxRatio * this.packed()) {
      throw this.bomb(`unpacks to more than ${this.limits.maxRatio} times its size`);
    }
  }

  private bomb(what: string): LedgerError {
    return new LedgerError("archive-bomb", `${this.file} ${what}; the rest of it is not read.`, {
      place: { file: this.file },
      advice: "Unpack it yourself, check what it holds, and name the folder instead.",
    });
  }
}

/** The error of a document of more than `limit` bytes. */
export function tooLarge(file: string, limit: number): LedgerError {
  return new LedgerError(
    "source-too-large",
    `${file} is larger than ${limit} bytes, the most that a document may be.`,
    {
      place: { file },
      advice: "No ownership filing is this large; check what the file is.",
    },
  );
}

/** The error of an archive's entry whose name leads out of it; `why` in words. */
export function unsafeEntry(file: string, why: string): LedgerError {
  return new LedgerError("archive-unsafe-name", `${file} is refused: ${why}.`, {
    place: { file },
    advice: "Entries of an archive must lie inside it; the other entries are read.",
  });
}
