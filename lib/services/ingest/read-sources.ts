import { basename } from "node:path";
import { type ErrorRecord, errorRecord, LedgerError } from "@/lib/errors";
import type { OwnershipDocument, Warning } from "@/lib/ownership/document";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { DatasetItem as DatasetSourceItem, SourceItem } from "@/lib/sources/containers/source-item";
import type { DatasetItem } from "@/lib/sources/dataset/dataset-source";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { checkDocument } from "@/lib/sources/document-checks";
import { applyIdentity, type IdentityOptions } from "@/lib/sources/identity/apply-identity";
import { requireIdentity } from "@/lib/sources/identity/require-identity";
import { readSidecar } from "@/lib/sources/identity/sidecar";
import type { SourceFormat } from "@/lib/sources/merge-sources";
import { readDocument } from "@/lib/sources/read-document";
import { type PreparedSource, prepareSource } from "./prepare-source";

/** A document as read, with its identity applied; not yet required to be complete. */
export interface ReadSource {
  kind: "document";
  file: string;
  format: SourceFormat;
  document: OwnershipDocument;
  warnings: Warning[];
}

/** Said of a whole container (a data set that lacks a table): once, however many documents it touches. */
export interface Notice {
  kind: "notice";
  file: string;
  warning: Warning;
}

export type Failed = { kind: "failed"; file: string; error: ErrorRecord };
export type Skipped = { kind: "skipped"; file: string; reason: string };

export type ReadOutcome = ReadSource | Failed | Skipped | Notice;

export type SourceOutcome = { kind: "prepared"; source: PreparedSource } | Failed | Skipped | Notice;

/**
 * Reads every document under the given paths (files, folders, archives, data sets, `-`). What can't be read is an
 * outcome of its own; the rest goes on. `identity` fills what a document does not say of itself.
 */
export async function* readSources(paths: readonly string[], identity: IdentityOptions): AsyncGenerator<ReadOutcome> {
  for await (const item of openSources(paths)) yield* readItem(item, identity);
}

/** As readSources, ready to be stored: documents whose identity is incomplete are failures here. */
export async function* readForStore(
  paths: readonly string[],
  identity: IdentityOptions,
): AsyncGenerator<SourceOutcome> {
  for await (const item of openSources(paths)) yield* prepareOutcomes(item, identity);
}

/** All that one item of the sources holds, ready to be stored. */
export async function* prepareOutcomes(
  item: SourceItem,
  identity: IdentityOptions,
  onJoined?: OnJoined,
): AsyncGenerator<SourceOutcome> {
  if (item.kind === "dataset") yield* prepareDataset(item, identity, onJoined);
  else for await (const outcome of readItem(item, identity)) yield ready(outcome);
}

/** Told what part of a data set is read, from 0 to 1. */
type OnJoined = (part: number) => void;

/** All filings of a data set, ready to be stored. */
export async function* prepareDataset(
  item: DatasetParts,
  identity: IdentityOptions,
  onJoined?: OnJoined,
): AsyncGenerator<SourceOutcome> {
  for await (const outcome of readDatasetItem(item, identity, onJoined)) yield ready(outcome);
}

type DatasetParts = Pick<DatasetSourceItem, "file" | "dataset">;

function ready(outcome: ReadOutcome): SourceOutcome {
  return outcome.kind === "document" ? prepared(outcome) : outcome;
}

/** One document, ready to be stored. */
export function prepareItem(item: DocumentItem, identity: IdentityOptions): SourceOutcome {
  return ready(readDocumentItem(item, identity));
}

export type DocumentItem = Extract<SourceItem, { kind: "document" }>;

async function* readItem(item: SourceItem, identity: IdentityOptions): AsyncGenerator<ReadOutcome> {
  if (item.kind === "skipped") yield item;
  else if (item.kind === "failed") yield { kind: "failed", file: item.file, error: errorRecord(item.error) };
  else if (item.kind === "dataset") yield* readDatasetItem(item, identity);
  else yield readDocumentItem(item, identity);
}

function prepared(read: ReadSource): SourceOutcome {
  try {
    requireIdentity(read.document);
    return { kind: "prepared", source: prepareSource(read.file, read.format, read.document, read.warnings) };
  } catch (error) {
    return { kind: "failed", file: read.file, error: errorRecord(error) };
  }
}

function readDocumentItem(item: DocumentItem, identity: IdentityOptions): ReadSource | Failed {
  try {
    const read = readDocument(item.bytes, item.file);
    const sidecar = item.sidecar === null ? {} : readSidecar(item.sidecar, `${item.file}.identity.json`);
    const identified = applyIdentity(read.document, { options: identity, sidecar, file: item.file });
    const warnings = [...read.warnings, ...identified.warnings, ...checkDocument(identified.document, read.warnings)];
    return { kind: "document", file: item.file, format: read.format, document: identified.document, warnings };
  } catch (error) {
    return { kind: "failed", file: item.file, error: errorRecord(error) };
  }
}

async function* readDatasetItem(
  item: DatasetParts,
  identity: IdentityOptions,
  onJoined?: OnJoined,
): AsyncGenerator<ReadOutcome> {
  if (Object.keys(identity).length > 0) {
    const message = "Identity options name one document; a data set names its filings itself.";
    yield { kind: "failed", file: item.file, error: errorRecord(new LedgerError("identity-for-dataset", message)) };
    return;
  }
  const notices: Warning[] = [];
  const onWarning = (warning: Warning) => notices.push(warning);
  for await (const entry of readDataset(item.dataset, { onWarning, onJoined })) {
    for (const warning of notices.splice(0)) yield { kind: "notice", file: item.file, warning };
    if (entry.kind === "failed") yield { kind: "failed", file: placeIn(entry), error: errorRecord(entry.error) };
    else {
      const warnings = [...entry.warnings, ...checkDocument(entry.document)];
      yield { kind: "document", file: placeIn(entry), format: "dataset", document: entry.document, warnings };
    }
  }
  for (const warning of notices) yield { kind: "notice", file: item.file, warning };
}

/** A place of its own for each filing of a data set, so that one failure never hides another: `q1.zip!<accession>`. */
function placeIn(entry: DatasetItem): string {
  if (entry.accession !== null) return `${entry.file}!${entry.accession}`;
  const { file, line } = entry.kind === "failed" ? entry.error.place : {};
  return line === undefined ? entry.file : `${entry.file}!${basename(file ?? "")}:${line}`;
}
