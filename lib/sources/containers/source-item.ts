import type { Readable } from "node:stream";
import type { LedgerError } from "@/lib/errors";
import type { DatasetSource } from "@/lib/sources/dataset/dataset-source";
import type { DatasetPlace } from "./input/dataset-place";
import type { InputMeter } from "./input/input-meter";
import type { SourceLimits } from "./limits";

/**
 * What a path of the sources turns out to hold. `file` is a display path: `folder/x.xml`, `a.zip!inner/x.xml`, `-`.
 */
export type SourceItem =
  | { kind: "document"; file: string; bytes: Buffer; sidecar: string | null }
  | DatasetItem
  | { kind: "skipped"; file: string; reason: string }
  | { kind: "failed"; file: string; error: LedgerError };

/** A data set is open until the next item is asked for: it is read at once, or kept and read from its place. */
export interface DatasetItem {
  kind: "dataset";
  file: string;
  dataset: DatasetSource;
  /** Bytes of the input that it takes up; whoever reads it counts them. */
  weight: number;
  place: DatasetPlace;
  /**
   * Keeps its files open until the function that this returns is called. What it unpacks to is charged to the archives
   * around it. Throws LedgerError `archive-bomb` when that is too much.
   */
  keep(): () => Promise<void>;
}

export interface OpenOptions {
  /** What `-` stands for; the process's standard input by default. */
  stdin?: Readable;
  limits?: Partial<SourceLimits>;
  /** Told how much of the input has been opened. */
  meter?: InputMeter;
}
