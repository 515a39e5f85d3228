import type { Readable } from "node:stream";
import type { LedgerError } from "@/lib/errors";
import type { DatasetSource } from "@/lib/sources/dataset/dataset-source";
import type { SourceLimits } from "./limits";

/**
 * What a path of the sources turns out to hold. `file` is a display path: `folder/x.xml`, `a.zip!inner/x.xml`, `-`.
 * A data set is open until the next item is asked for, so read it at once.
 */
export type SourceItem =
  | { kind: "document"; file: string; bytes: Buffer; sidecar: string | null }
  | { kind: "dataset"; file: string; dataset: DatasetSource }
  | { kind: "skipped"; file: string; reason: string }
  | { kind: "failed"; file: string; error: LedgerError };

export interface OpenOptions {
  /** What `-` stands for; the process's standard input by default. */
  stdin?: Readable;
  limits?: Partial<SourceLimits>;
}
