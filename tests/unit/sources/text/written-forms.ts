import type { OwnershipRow } from "@/lib/ownership/document";
import { LEAF_NAMES } from "@/lib/ownership/leaves";
import { readOwnershipText } from "@/lib/sources/text/read-ownership-text";

/** The parts of a form written for a test; what is left out is the plainest that the form allows. */
export interface WrittenForm {
  title?: string;
  front?: string;
  tableI?: string;
  tableII?: string;
  explanations?: string;
  remarks?: string;
  signatures?: string;
}

export const FRONT = `1. Name and Address of Reporting Person*
DOE JANE
(Last) (First) (Middle)
1 HARBOR STREET
(Street)
PORTLAND ME 04101
(City) (State) (Zip)
2. Issuer Name and Ticker or Trading Symbol
NORTHERN PUMPS CORP [ NPMP ]
3. Date of Earliest Transaction (Month/Day/Year)
03/04/2024
5. Relationship of Reporting Person(s) to Issuer (Check all applicable)
[X] Director [ ] 10% Owner [ ] Officer (give title below) [ ] Other (specify below)`;

/** A Form 4 of the fictional Northern Pumps Corp. */
export function writeForm(form: WrittenForm): string {
  return [
    form.title ?? "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
    form.front ?? FRONT,
    `Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned\n\n${form.tableI ?? ""}`,
    form.tableII === undefined
      ? ""
      : `Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned\n\n${form.tableII}`,
    `Explanation of Responses:\n\n${form.explanations ?? ""}`,
    `Remarks:\n\n${form.remarks ?? ""}`,
    form.signatures ?? "/s/ Jane Doe 03/05/2024",
    "** Signature of Reporting Person Date",
  ].join("\n\n");
}

export function read(form: WrittenForm) {
  return readOwnershipText(writeForm(form));
}

/** A row as `leaf=value F1 F2` words, in the form's order: short enough to be checked by eye. */
export function brief(rows: readonly OwnershipRow[]): string[][] {
  return rows.map((row) => [
    row.kind,
    ...LEAF_NAMES.flatMap((leaf) => {
      const field = row[leaf];
      if (field === undefined) return [];
      return [`${leaf}=${[field.value ?? "", ...field.footnoteIds].join(" ")}`];
    }),
  ]);
}
