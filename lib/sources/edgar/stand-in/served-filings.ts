import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { errorRecord } from "@/lib/errors";
import { normaliseCik } from "@/lib/ownership/identity";
import { readTickers } from "@/lib/ownership/tickers";
import { openSources } from "@/lib/sources/containers/open-sources";
import { isOwnershipForm } from "@/lib/sources/edgar/formats/filing-ref";
import { readDocument } from "@/lib/sources/read-document";

export interface ServedParty {
  /** Without leading zeros. */
  cik: string;
  name: string;
}

/** A submission that the stand-in serves. */
export interface ServedFiling {
  accession: string;
  form: string;
  /** `YYYY-MM-DD`. */
  filedOn: string;
  /** UTC, ISO 8601. */
  acceptedAt: string;
  period: string;
  issuer: ServedParty;
  /** The issuer's first symbol, or null. */
  ticker: string | null;
  owners: ServedParty[];
  size: number;
  bytes(): Promise<Uint8Array>;
}

export interface ServedFolder {
  /** In the order of acceptance. */
  filings: ServedFiling[];
  /** Data sets by their name, `2024q3_form345.zip` → path. */
  datasets: Map<string, string>;
  skipped: { file: string; reason: string }[];
}

const DATASET = /^\d{4}q[1-4]_form345\.zip$/;

/** Reads the filings of a folder: full submission texts, and data sets as the SEC names them. The rest is listed. */
export async function readServedFolder(folder: string): Promise<ServedFolder> {
  const served: ServedFolder = { filings: [], datasets: new Map(), skipped: [] };
  for await (const item of openSources([folder])) {
    if (item.kind === "dataset" && DATASET.test(basename(item.file)))
      served.datasets.set(basename(item.file), item.file);
    else if (item.kind === "dataset")
      served.skipped.push({ file: item.file, reason: "not named like 2024q3_form345.zip" });
    else if (item.kind === "failed") served.skipped.push({ file: item.file, reason: item.error.message });
    else if (item.kind === "skipped") served.skipped.push(item);
    else addDocument(served, item.file, item.bytes);
  }
  served.filings.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return served;
}

function key(filing: ServedFiling): string {
  return `${filing.acceptedAt} ${filing.accession}`;
}

function addDocument(served: ServedFolder, file: string, bytes: Buffer): void {
  try {
    const { document, format } = readDocument(bytes, file);
    const { accession, filingDate, acceptedAt, documentType } = document;
    const complete = accession !== null && filingDate !== null && acceptedAt !== null;
    if (format !== "submission" || !complete || !isOwnershipForm(documentType ?? "")) {
      served.skipped.push({ file, reason: "no full submission text with accession, filing date and acceptance" });
      return;
    }
    // A file is read again when it is asked for; what lies in an archive is kept.
    const inArchive = file.includes("!");
    served.filings.push({
      accession,
      form: documentType ?? "4",
      filedOn: filingDate,
      acceptedAt,
      period: document.periodOfReport ?? filingDate,
      issuer: party(document.issuer.issuerCik, document.issuer.issuerName),
      ticker: readTickers(document.issuer.issuerTradingSymbol).symbols[0] ?? null,
      owners: document.reportingOwners.map((owner) => party(owner.rptOwnerCik, owner.rptOwnerName)),
      size: bytes.length,
      bytes: inArchive ? async () => bytes : () => readFile(file),
    });
  } catch (error) {
    served.skipped.push({ file, reason: errorRecord(error).message });
  }
}

function party(cik: string | null, name: string | null): ServedParty {
  return { cik: normaliseCik(cik) ?? "0", name: name ?? "" };
}
