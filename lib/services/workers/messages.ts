import type { Difference } from "@/lib/services/care/check-issuer";
import type { SourceOutcome } from "@/lib/services/ingest/read-sources";
import type { RefreshStamp } from "@/lib/services/refresh/refresh-issuers";
import type { DatasetPlace } from "@/lib/sources/containers/input/dataset-place";
import type { IdentityOptions } from "@/lib/sources/identity/apply-identity";
import type { DatabaseTarget } from "@/lib/store/database-url";

/** A document's bytes on their way to a worker: a part of the chunk's one buffer. */
export interface PackedDocument {
  file: string;
  start: number;
  end: number;
  sidecar: string | null;
}

/** Documents as bytes. `weight`: bytes of the input that they took up. */
interface DocumentsTask {
  kind: "documents";
  buffer: ArrayBuffer;
  documents: PackedDocument[];
  identity: IdentityOptions;
  weight: number;
}

/** A data set by its place, kept open until the last answer. `number`: its own among those given. */
export interface DatasetTask {
  kind: "dataset";
  number: number;
  file: string;
  place: DatasetPlace;
  identity: IdentityOptions;
  weight: number;
}

/** What a worker can be asked for. */
export type Task =
  | DocumentsTask
  | DatasetTask
  /** Derives issuers and writes them, in one transaction. */
  | { kind: "refresh"; target: DatabaseTarget; ciks: string[]; stamp: RefreshStamp }
  | { kind: "check"; target: DatabaseTarget; ciks: string[] };

/** Source outcomes whose bodies stand in one buffer: one transfer instead of hundreds. */
export interface PackedOutcomes {
  outcomes: SourceOutcome[];
  bodies: ArrayBuffer;
  /** Where the body of each prepared outcome ends, in their order. */
  ends: number[];
}

export type Answer =
  /** `read`: bytes of the input that these outcomes were made from. `dataset`: the number of theirs. */
  | { kind: "outcomes"; packed: PackedOutcomes; read: number; dataset: number | null; done: boolean }
  | { kind: "refreshed"; ciks: string[]; changed: number; done: true }
  | { kind: "checked"; differences: Difference[]; issuers: number; done: true }
  | { kind: "crashed"; message: string; done: true };

const NO_BODY = new Uint8Array(0);

/** Takes the bodies out of the outcomes and into one buffer. */
export function packOutcomes(outcomes: readonly SourceOutcome[]): PackedOutcomes {
  const prepared = outcomes.flatMap((outcome) => (outcome.kind === "prepared" ? [outcome.source.body] : []));
  const bodies = new Uint8Array(prepared.reduce((sum, body) => sum + body.length, 0));
  const ends: number[] = [];
  let at = 0;
  for (const body of prepared) {
    bodies.set(body, at);
    at += body.length;
    ends.push(at);
  }
  const bare = outcomes.map((outcome) =>
    outcome.kind === "prepared" ? { ...outcome, source: { ...outcome.source, body: NO_BODY } } : outcome,
  );
  return { outcomes: bare, bodies: bodies.buffer, ends };
}

export function unpackOutcomes({ outcomes, bodies, ends }: PackedOutcomes): SourceOutcome[] {
  let n = 0;
  let start = 0;
  return outcomes.map((outcome) => {
    if (outcome.kind !== "prepared") return outcome;
    const end = ends[n] ?? start;
    const body = new Uint8Array(bodies, start, end - start);
    n += 1;
    start = end;
    return { ...outcome, source: { ...outcome.source, body } };
  });
}
