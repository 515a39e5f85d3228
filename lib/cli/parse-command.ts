import { once } from "node:events";
import type { Command } from "commander";
import { readSources } from "@/lib/services/ingest/read-sources";
import { documentId } from "@/lib/sources/document-id";
import { toPublicDocument, toPublicError } from "@/lib/sources/json-line";
import { describeFailure } from "./error-output";
import { addIdentityFlags, type IdentityFlags, readIdentityFlags } from "./identity-flags";

interface ParseFlags extends IdentityFlags {
  json?: boolean;
  jsonl?: boolean;
}

export function addParseCommand(program: Command, finish: (code: number) => void): void {
  addIdentityFlags(
    program
      .command("parse")
      .description("Read filings and print each as JSON. Nothing is stored.")
      .argument("<paths...>", "files, folders, archives, data sets, or - for standard input")
      .option("--json", "indented JSON (the default)")
      .option("--jsonl", "one line a document"),
  ).action(async (paths: string[], flags: ParseFlags) => {
    const identity = readIdentityFlags(flags);
    for await (const outcome of readSources(paths, identity)) {
      if (outcome.kind === "skipped") {
        process.stderr.write(`insider: skipped ${outcome.file}: ${outcome.reason}\n`);
        continue;
      }
      if (outcome.kind === "notice") {
        process.stderr.write(`insider: ${outcome.file}: ${outcome.warning.message} [${outcome.warning.code}]\n`);
        continue;
      }
      if (outcome.kind === "failed") {
        finish(1);
        process.stderr.write(`insider: ${describeFailure(outcome.file, outcome.error)}\n`);
        await print(toPublicError(outcome.file, outcome.error), flags);
        continue;
      }
      const { file, document, warnings } = outcome;
      await print(toPublicDocument(file, documentId(document), document, warnings), flags);
    }
  });
}

/** Waits when the reader of our output is slower than we are, so that a large batch stays small in memory. */
async function print(value: object, flags: ParseFlags): Promise<void> {
  const text = flags.jsonl ? JSON.stringify(value) : JSON.stringify(value, null, 2);
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, "drain");
}
