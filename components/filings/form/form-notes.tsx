import { footnoteNumber } from "@/components/marks/footnote-marks";
import { printFiledDate } from "@/lib/format/filed";
import type { OwnershipDocument } from "@/lib/ownership/document";

/** Explanations, remarks and signatures, word for word. */
export function FormNotes({ document }: { document: OwnershipDocument }) {
  return (
    <div className="mt-6 grid gap-x-12 gap-y-6 text-sm lg:grid-cols-[2fr_1fr]">
      <section>
        <h3 className="mb-1 font-medium">Explanation of Responses</h3>
        {document.footnotes.length === 0 ? <p className="text-ink-3">None.</p> : null}
        <ol className="m-0 list-none p-0">
          {document.footnotes.map((note) => (
            <li
              key={note.id}
              id={note.id}
              className="targetable grid grid-cols-[2rem_1fr] border-b border-rule py-1.5 pr-2 first:border-t"
            >
              <a href={`#${note.id}`} className="text-ink-3 hover:text-accent">
                ({footnoteNumber(note.id)})
              </a>
              <span className="max-w-[90ch] whitespace-pre-line">{note.text}</span>
            </li>
          ))}
        </ol>
      </section>
      <div className="grid content-start gap-6">
        <section id="remarks" className="targetable">
          <h3 className="mb-1 font-medium">Remarks</h3>
          <p className={`max-w-[90ch] whitespace-pre-line ${document.remarks === null ? "text-ink-3" : ""}`}>
            {document.remarks ?? "None."}
          </p>
        </section>
        <section>
          <h3 className="mb-1 font-medium">Signature</h3>
          {document.signatures.length === 0 ? <p className="text-ink-3">None in the source.</p> : null}
          {document.signatures.map((signature) => (
            <p key={`${signature.signatureName}-${signature.signatureDate}`}>
              {signature.signatureName ?? "unsigned"}{" "}
              <span className="text-ink-2">
                {signature.signatureDate === null ? "no date" : printFiledDate(signature.signatureDate)}
              </span>
            </p>
          ))}
        </section>
      </div>
    </div>
  );
}
