import * as z from "zod";
import { LedgerError } from "@/lib/errors";
import { accessionInPath } from "@/lib/ownership/identity";
import { type IdentityNames, type IdentityOptions, parseIdentityOptions } from "./identity-options";

const cik = z.union([z.string(), z.int().nonnegative().transform(String)], { error: "must be a CIK in quotes" });

/** A sidecar's fields. `url` is the page that the filing came from; an EDGAR address holds the accession number. */
const sidecarSchema = z.strictObject({
  issuerCik: cik.optional(),
  ownerCiks: z.array(cik, { error: "must be a list of CIKs in quotes" }).optional(),
  accession: z.string({ error: "must be a text" }).optional(),
  filed: z.string({ error: "must be a text" }).optional(),
  url: z.string({ error: "must be a text" }).optional(),
});

/** The name of a document's sidecar: `<file>.identity.json` beside it. */
export function sidecarName(file: string): string {
  return `${file}.identity.json`;
}

/**
 * Reads a sidecar. Throws `sidecar-malformed` (no JSON, an unknown or ill-typed field) or `identity-invalid` (a value
 * that is no CIK, accession number or date), each with the file and the field.
 */
export function readSidecar(text: string, file: string): IdentityOptions {
  const result = sidecarSchema.safeParse(parseJson(text, file));
  if (!result.success) throw malformed(file, ...firstIssue(result.error));
  const { url, ...raw } = result.data;
  const names: IdentityNames = {
    issuerCik: "issuerCik",
    ownerCiks: "ownerCiks",
    accession: "accession",
    filed: "filed",
    file,
  };
  const options = parseIdentityOptions(raw, names);
  if (options.accession !== undefined || url === undefined) return options;
  const accession = accessionInPath(url);
  if (accession === null) throw malformed(file, "url", `“${url}” holds no accession number`);
  return { ...options, accession };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw malformed(file, null, `it is not JSON (${why})`);
  }
}

function firstIssue(error: z.ZodError): [field: string | null, why: string] {
  const issue = error.issues[0];
  if (issue === undefined) return [null, "it can't be read"];
  if (issue.code === "unrecognized_keys") return [issue.keys[0] ?? null, "no such field"];
  const field = issue.path.map(String).join(".");
  return [field === "" ? null : field, field === "" ? "it must be a JSON object" : issue.message];
}

function malformed(file: string, field: string | null, why: string): LedgerError {
  const where = field === null ? "" : `, field ${field}`;
  return new LedgerError("sidecar-malformed", `The sidecar ${file}${where}: ${why}.`, {
    place: { file, ...(field === null ? {} : { field }) },
    advice: 'Write it like {"issuerCik": "1107843", "ownerCiks": ["1254781"]}; accession, filed and url may be added.',
  });
}
