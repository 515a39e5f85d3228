import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { LedgerError } from "@/lib/errors";
import { openSources } from "@/lib/sources/containers/open-sources";
import type { SourceItem } from "@/lib/sources/containers/source-item";
import { type DatasetSource, TABLE_NAMES } from "@/lib/sources/dataset/dataset-source";
import { readDataset } from "@/lib/sources/dataset/read-dataset";
import { readSidecar } from "@/lib/sources/identity/sidecar";
import { readDocument } from "@/lib/sources/read-document";
import { checkReading } from "./check-reading";
import type { FuzzInput } from "./corpus";
import { Unsound } from "./unsound";

/**
 * What became of an input: `document`, or the codes of its coded errors. Anything else throws: an exception that is no
 * LedgerError, or a document or error that is not sound.
 */
export async function judge(input: FuzzInput, folder: string): Promise<string> {
  if (input.format === "dataset") return judgeDataset(datasetOf(input));
  const [[name, bytes] = ["", Buffer.alloc(0)]] = [...input.parts];
  if (input.format !== "containers") return judgeDocument(bytes, name);
  // A ZIP in a file is read at random, one from standard input through a scratch file: both ways in turn.
  if (bytes.length % 2 === 0) return judgeItems(openSources(["-"], { stdin: Readable.from([bytes]) }));
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return judgeItems(openSources([path]));
}

export function judgeDocument(bytes: Uint8Array, file: string): string {
  try {
    const { document, warnings } = readDocument(bytes, file);
    checkReading(document, warnings, file);
    return "document";
  } catch (error) {
    return codeOf(error, file);
  }
}

async function judgeItems(items: AsyncIterable<SourceItem>): Promise<string> {
  const outcomes = new Set<string>();
  for await (const item of items) outcomes.add(await judgeItem(item));
  return summary(outcomes);
}

async function judgeItem(item: SourceItem): Promise<string> {
  if (item.kind === "failed") return codeOf(item.error, null);
  if (item.kind === "skipped") return "skipped";
  if (item.kind === "dataset") return judgeDataset(item.dataset);
  try {
    if (item.sidecar !== null) readSidecar(item.sidecar, item.file);
  } catch (error) {
    return codeOf(error, item.file);
  }
  return judgeDocument(item.bytes, item.file);
}

async function judgeDataset(source: DatasetSource): Promise<string> {
  const outcomes = new Set<string>();
  for await (const item of readDataset(source)) {
    if (item.kind === "failed") outcomes.add(codeOf(item.error, null));
    else {
      checkReading(item.document, item.warnings, item.file);
      outcomes.add("document");
    }
  }
  return summary(outcomes);
}

function datasetOf(input: FuzzInput): DatasetSource {
  const tables = TABLE_NAMES.flatMap((table) => {
    const bytes = input.parts.get(table);
    if (bytes === undefined) return [];
    return [{ table, file: `q/${table}.tsv`, bytes: bytes.length, open: async () => Readable.from([bytes]) }];
  });
  return { file: "q", tables };
}

/** One word for an input of many: its errors, or that there was none. */
function summary(outcomes: ReadonlySet<string>): string {
  const errors = [...outcomes].filter((one) => one !== "document" && one !== "skipped").sort();
  if (errors.length > 0) return errors.length === 1 ? (errors[0] ?? "") : "several codes";
  return outcomes.has("document") ? "document" : "nothing to read";
}

const LONGEST_MESSAGE = 5_000;

/** The code of an error that a user can act on. `file` null: the error may speak of a file of its own. */
function codeOf(error: unknown, file: string | null): string {
  if (!(error instanceof LedgerError)) throw error;
  const { code, message, place } = error;
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(code)) throw new Unsound(`“${code}” is no code`, error);
  if (message === "" || message.length > LONGEST_MESSAGE)
    throw new Unsound(`${code} has a message of ${message.length}`, error);
  if (file !== null && place.file !== file)
    throw new Unsound(`${code} names the file ${place.file}, not ${file}`, error);
  for (const number of [place.line, place.column]) {
    if (number !== undefined && !(Number.isInteger(number) && number >= 0))
      throw new Unsound(`${code} is at ${number}`, error);
  }
  return code;
}
