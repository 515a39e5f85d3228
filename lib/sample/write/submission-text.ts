import { TZDate } from "@date-fns/tz";
import { format } from "date-fns";
import { LedgerError } from "@/lib/errors";
import type { OwnershipDocument } from "@/lib/ownership/document";
import { NEW_YORK } from "@/lib/ownership/known-at";
import { ownershipXml } from "./ownership-xml";

/**
 * A document as the full submission text that EDGAR keeps: the SGML header with its instant of acceptance (New York time)
 * and the XML. Needs accession, filing date and acceptance; throws a LedgerError `sample-header` without them.
 */
export function submissionText(document: OwnershipDocument): string {
  const { accession, filingDate, acceptedAt } = document;
  if (accession === null || filingDate === null || acceptedAt === null) {
    throw new LedgerError("sample-header", "A submission text needs an accession, a filing date and an acceptance.", {
      advice: "Generate the sample with `as: submission`.",
    });
  }
  const filed = compact(filingDate);
  const form = document.documentType ?? "4";
  return [
    `<SEC-DOCUMENT>${accession}.txt : ${filed}`,
    `<SEC-HEADER>${accession}.hdr.sgml : ${filed}`,
    `<ACCEPTANCE-DATETIME>${newYorkStamp(acceptedAt)}`,
    `ACCESSION NUMBER:\t\t${accession}`,
    `CONFORMED SUBMISSION TYPE:\t${form}`,
    "PUBLIC DOCUMENT COUNT:\t\t1",
    `CONFORMED PERIOD OF REPORT:\t${compact(document.periodOfReport ?? filingDate)}`,
    `FILED AS OF DATE:\t\t${filed}`,
    `DATE AS OF CHANGE:\t\t${filed}`,
    ...document.reportingOwners.map((owner) => ownerHeader(owner.rptOwnerName, owner.rptOwnerCik, form)),
    issuerHeader(document.issuer.issuerName, document.issuer.issuerCik),
    "</SEC-HEADER>",
    "<DOCUMENT>",
    `<TYPE>${form}`,
    "<SEQUENCE>1",
    "<FILENAME>form.xml",
    "<DESCRIPTION>SAMPLE",
    "<TEXT>",
    "<XML>",
    `${ownershipXml(document).trimEnd()}`,
    "</XML>",
    "</TEXT>",
    "</DOCUMENT>",
    "</SEC-DOCUMENT>",
    "",
  ].join("\n");
}

function ownerHeader(name: string | null, cik: string | null, form: string): string {
  return [
    "",
    "REPORTING-OWNER:\t",
    "",
    "\tOWNER DATA:\t",
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${name ?? ""}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${padded(cik)}`,
    "",
    "\tFILING VALUES:",
    `\t\tFORM TYPE:\t\t${form}`,
    "\t\tSEC ACT:\t\t1934 Act",
  ].join("\n");
}

function issuerHeader(name: string | null, cik: string | null): string {
  return [
    "",
    "ISSUER:\t\t",
    "",
    "\tCOMPANY DATA:\t",
    `\t\tCOMPANY CONFORMED NAME:\t\t\t${name ?? ""}`,
    `\t\tCENTRAL INDEX KEY:\t\t\t${padded(cik)}`,
    "\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tSERVICES-SAMPLE DATA [9999]",
  ].join("\n");
}

function padded(cik: string | null): string {
  return (cik ?? "").padStart(10, "0");
}

function compact(date: string): string {
  return date.replaceAll("-", "");
}

/** `20181211163052`, New York wall-clock time of an instant. */
function newYorkStamp(instant: string): string {
  return format(new TZDate(instant, NEW_YORK), "yyyyMMddHHmmss");
}
