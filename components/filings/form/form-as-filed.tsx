import { flagOrNull } from "@/lib/ownership/booleans";
import type { OwnershipDocument } from "@/lib/ownership/document";
import type { RowView } from "@/lib/services/views/shapes/row";
import { columnsOf } from "./form-columns";
import { FormHead, Tick } from "./form-head";
import { FormNotes } from "./form-notes";
import { FormTable } from "./form-table";

interface FormAsFiledProps {
  document: OwnershipDocument;
  /** The same rows with what is derived of them. */
  rows: readonly RowView[];
}

const BOXES = [
  {
    flag: "notSubjectToSection16",
    words: "No longer subject to Section 16. Form 4 or Form 5 obligations may continue.",
  },
  { flag: "aff10b5One", words: "Made pursuant to a contract, instruction or written plan under Rule 10b5-1(c)." },
  { flag: "noSecuritiesOwned", words: "No securities are beneficially owned." },
  { flag: "form3HoldingsReported", words: "Form 3 holdings reported." },
  { flag: "form4TransactionsReported", words: "Form 4 transactions reported." },
] as const;

/** The form as the SEC draws it: boxes, Table I and II, explanations, remarks, signature. */
export function FormAsFiled({ document, rows }: FormAsFiledProps) {
  const words = Object.fromEntries(document.footnotes.map((note) => [note.id, note.text]));
  const derived = new Map(rows.map((row) => [row.anchor, row]));
  const form = document.documentType;
  const what = form?.startsWith("3") === true ? "Beneficially Owned" : "Acquired, Disposed of, or Beneficially Owned";
  const boxes = BOXES.filter(({ flag }) => document[flag] !== null);
  return (
    <div>
      {boxes.length === 0 ? null : (
        <ul className="mb-3 grid gap-x-8 text-sm text-ink-2 md:grid-cols-2">
          {boxes.map(({ flag, words: statement }) => (
            <li key={flag}>
              <Tick checked={flagOrNull(document[flag])} /> {statement}
            </li>
          ))}
        </ul>
      )}
      <FormHead document={document} />
      <FormTable
        table="I"
        title={`Table I – Non-Derivative Securities ${what}`}
        columns={columnsOf(form, "I", document.nonDerivativeTable)}
        rows={document.nonDerivativeTable}
        words={words}
        derived={derived}
      />
      <FormTable
        table="II"
        title={`Table II – Derivative Securities ${what}`}
        columns={columnsOf(form, "II", document.derivativeTable)}
        rows={document.derivativeTable}
        words={words}
        derived={derived}
      />
      <FormNotes document={document} />
    </div>
  );
}
