import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { LedgerError } from "@/lib/errors";
import { type IssuerTruth, TRUTH_KINDS } from "@/lib/sample/truth/truth";

const item = z.looseObject({ key: z.string() });
const issuerShape = z.looseObject({
  issuerCik: z.string().regex(/^\d+$/),
  issuerName: z.string(),
  filings: z.int().positive(),
  ...Object.fromEntries(TRUTH_KINDS.map((kind) => [kind, z.array(item)])),
});

/**
 * The issuers of a folder's `truth.json`, one at a time: the file has one on each line, so that a market of any size fits.
 * @throws LedgerError `truth-missing`, `truth-invalid` with the line
 */
export async function* readTruth(folder: string): AsyncGenerator<IssuerTruth> {
  const file = join(folder, "truth.json");
  if (!existsSync(file)) {
    throw new LedgerError("truth-missing", `There is no truth.json in ${folder}.`, {
      place: { file },
      advice: "Name a folder that `insider sample --out` wrote.",
    });
  }
  let line = 0;
  let issuers = 0;
  let ended = false;
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (line === 1 && !/^\{"version":1,.*"issuers":\[$/.test(text)) throw invalid(file, line, "it begins otherwise");
    if (line === 1 || text === "") continue;
    if (text === "]}") {
      ended = true;
      continue;
    }
    yield issuerOf(text.replace(/,$/, ""), file, line);
    issuers += 1;
  }
  if (!ended || issuers === 0) throw invalid(file, line, ended ? "it lists no issuer" : "its end is missing");
}

function issuerOf(text: string, file: string, line: number): IssuerTruth {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid(file, line, "the line is no JSON");
  }
  const { success, error } = issuerShape.safeParse(value);
  if (!success) throw invalid(file, line, z.prettifyError(error).split("\n").join(" "));
  return value as IssuerTruth;
}

function invalid(file: string, line: number, why: string): LedgerError {
  return new LedgerError("truth-invalid", `This is no truth file of a sample: ${why}.`, {
    place: { file, line },
    advice: "Write the sample again: truth.json has one issuer on each line, as `insider sample` writes it.",
  });
}
