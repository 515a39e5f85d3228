import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument } from "@/lib/ownership/document";
import {
  generateIssuers,
  type SampleFiling,
  type SampleForm,
  type SampleIssuer,
  type SampleOptions,
} from "./generate-sample";
import { DatasetFiles } from "./write/dataset-files";
import { ownershipXml } from "./write/ownership-xml";
import { submissionText } from "./write/submission-text";
import { TruthFile } from "./write/truth-file";

export interface WriteSampleOptions extends SampleOptions {
  /** An empty or new folder. */
  out: string;
  /** Called after each issuer with the filings written so far. */
  onProgress?: (filings: number) => void;
}

export interface WrittenSample {
  filings: number;
  issuers: number;
  truthFile: string;
}

/**
 * Writes a market to a folder with its `truth.json`:
 * `submission` → `submissions/<issuer>/<accession>.txt`; `xml` → `xml/<issuer>/<accession>.xml` with a sidecar
 * `<accession>.xml.identity.json` (accession, filing date, CIKs); `dataset` → `<YYYY>q<N>_form345.zip`.
 * Throws a LedgerError `sample-folder` when the folder holds anything already.
 */
export async function writeSample(options: WriteSampleOptions): Promise<WrittenSample> {
  const { out, seed, as = "submission", filings } = options;
  makeEmpty(out);
  const issuers = generateIssuers(options);
  const truth = new TruthFile(out, { version: 1, seed, as, filings });
  const writer = issuerWriter(out, as);
  const written: WrittenSample = { filings: 0, issuers: 0, truthFile: join(out, "truth.json") };
  for (const issuer of issuers) {
    writer.add(issuer);
    truth.add(issuer.truth);
    written.filings += issuer.filings.length;
    written.issuers += 1;
    options.onProgress?.(written.filings);
  }
  truth.close();
  await writer.close();
  return written;
}

function makeEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new LedgerError("sample-folder", `The folder ${folder} is not empty.`, {
      place: { file: folder },
      advice: "Name a new folder, so that two samples and their truths don't mix.",
    });
  }
  mkdirSync(folder, { recursive: true });
}

interface IssuerWriter {
  add(issuer: SampleIssuer): void;
  close(): Promise<unknown>;
}

function issuerWriter(out: string, as: SampleForm): IssuerWriter {
  if (as === "dataset") {
    const files = new DatasetFiles(out);
    return {
      add: (issuer) => {
        for (const { document } of issuer.filings) files.add(document);
      },
      close: () => files.close(),
    };
  }
  const write = as === "xml" ? writeXml : writeSubmission;
  return {
    add: (issuer) => {
      const folder = join(out, as === "xml" ? "xml" : "submissions", issuer.cik);
      mkdirSync(folder, { recursive: true });
      for (const filing of issuer.filings) write(folder, filing);
    },
    close: async () => undefined,
  };
}

function writeXml(folder: string, { document, fileName }: SampleFiling): void {
  const path = join(folder, fileName);
  writeFileSync(path, ownershipXml(document));
  writeFileSync(`${path}.identity.json`, `${JSON.stringify(identityOf(document))}\n`);
}

/** What raw XML doesn't hold. */
function identityOf(document: OwnershipDocument) {
  return {
    accession: document.accession,
    filed: document.filingDate,
    issuerCik: document.issuer.issuerCik,
    ownerCiks: document.reportingOwners.map((owner) => owner.rptOwnerCik),
  };
}

function writeSubmission(folder: string, { document, fileName }: SampleFiling): void {
  writeFileSync(join(folder, fileName), submissionText(document));
}
