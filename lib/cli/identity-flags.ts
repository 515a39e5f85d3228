import type { Command } from "commander";
import { type IdentityOptions, parseIdentityOptions } from "@/lib/sources/identity/identity-options";

export interface IdentityFlags {
  issuerCik?: string;
  ownerCik?: string[];
  accession?: string;
  filed?: string;
}

/** The flags that tell who a document is about where the document itself does not. */
export function addIdentityFlags(command: Command): Command {
  return command
    .option("--issuer-cik <cik>", "CIK of the issuer, where the document names none")
    .option("--owner-cik <cik...>", "CIK of each reporting owner, in the order of the form")
    .option("--accession <number>", "accession number, 0000000000-00-000000")
    .option("--filed <date>", "filing date, YYYY-MM-DD");
}

/** @throws LedgerError for a value that is no CIK, accession number or date */
export function readIdentityFlags(flags: IdentityFlags): IdentityOptions {
  return parseIdentityOptions({
    issuerCik: flags.issuerCik,
    ownerCiks: flags.ownerCik,
    accession: flags.accession,
    filed: flags.filed,
  });
}
