import type { Warning } from "@/lib/ownership/document";
import type { SourceOutcome } from "./read-sources";
import type { BatchResult } from "./write-batch";

export interface IngestSummary {
  /** Filings new to the ledger. */
  created: number;
  /** Filings whose document changed: a better source, or an accession for a `doc-…` filing. */
  replaced: number;
  unchanged: number;
  /** Documents that could not be stored; each is in the failed list. */
  failed: number;
  /** Files that are no filings by their kind. */
  skipped: number;
  /** Failures by code. */
  reasons: Record<string, number>;
  /** What readers noticed and kept, by code: in documents, and once for a whole data set. */
  warnings: number;
  warningCodes: Record<string, number>;
}

/** What one run of `ingest` has seen and done so far. */
export class IngestRun {
  readonly id: string;
  /** Said of whole data sets, each once. */
  readonly notices: string[] = [];
  /** Documents taken in, readable or not. */
  documents = 0;
  readonly summary: IngestSummary = {
    created: 0,
    replaced: 0,
    unchanged: 0,
    failed: 0,
    skipped: 0,
    reasons: {},
    warnings: 0,
    warningCodes: {},
  };
  readonly #told = new Set<string>();

  constructor(id: string) {
    this.id = id;
  }

  /** Counts an outcome. Returns the warnings to be said of it. */
  note(outcome: SourceOutcome): Warning[] {
    const warnings = this.#warningsOf(outcome);
    for (const { code } of warnings) {
      this.summary.warnings += 1;
      this.summary.warningCodes[code] = (this.summary.warningCodes[code] ?? 0) + 1;
    }
    if (outcome.kind === "skipped") this.summary.skipped += 1;
    else if (outcome.kind !== "notice") this.documents += 1;
    if (outcome.kind === "failed") {
      this.summary.failed += 1;
      this.summary.reasons[outcome.error.code] = (this.summary.reasons[outcome.error.code] ?? 0) + 1;
    }
    return warnings;
  }

  count(result: BatchResult): void {
    this.summary.created += result.created.length;
    this.summary.replaced += result.replaced.length;
    this.summary.unchanged += result.unchanged.length;
  }

  /** A notice is new once; a document's warnings are those that were not said of its whole data set. */
  #warningsOf(outcome: SourceOutcome): Warning[] {
    if (outcome.kind === "prepared")
      return outcome.source.warnings.filter((warning) => !this.#told.has(keyOf(warning)));
    if (outcome.kind !== "notice" || this.#told.has(keyOf(outcome.warning))) return [];
    this.#told.add(keyOf(outcome.warning));
    this.notices.push(`${outcome.file}: ${outcome.warning.message}`);
    return [outcome.warning];
  }
}

function keyOf(warning: Warning): string {
  return `${warning.code} ${warning.path} ${warning.message}`;
}
