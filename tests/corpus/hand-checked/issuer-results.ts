import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { filingFacts } from "@/lib/analytics/rows/filing-facts";
import { type IssuerFindings, issuerFindings } from "@/lib/services/refresh/issuer-findings";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { FILINGS } from "@/tests/corpus/filings";

/** One issuer's filings as the corpus has them, with what they say of one another. */
export interface IssuerResults extends IssuerFindings {
  issuerCik: string;
  rows: readonly FiledRow[];
}

const known = new Map<string, IssuerResults>();

/** `accessions`: `all` the corpus has of the issuer, or some of them, comma-separated. */
export function issuerResults(issuerCik: string, accessions: string): IssuerResults {
  const key = `${issuerCik} ${accessions}`;
  const results = known.get(key) ?? read(issuerCik, accessions);
  known.set(key, results);
  return results;
}

function read(issuerCik: string, accessions: string): IssuerResults {
  const folder = join(FILINGS, "xml", issuerCik.padStart(10, "0"));
  const names =
    accessions === "all" ? readdirSync(folder).map((file) => file.replace(".xml", "")) : accessions.split(",");
  const findings = issuerFindings(names.map((accession) => filing(folder, accession)));
  return { ...findings, issuerCik, rows: findings.inForce.flatMap((one) => one.rows) };
}

/** From the full submission where the corpus has it: only that gives the filing date. */
function filing(folder: string, accession: string): FilingFacts {
  const submission = join(FILINGS, "submissions", `${accession}.txt`);
  const { document } = existsSync(submission)
    ? readSubmissionText(readFileSync(submission, "utf8"))
    : readOwnershipXml(readFileSync(join(folder, `${accession}.xml`)));
  return filingFacts(accession, document);
}
