import { FootnoteMarks } from "@/components/marks/footnote-marks";
import { printFiledDate, printFiledDecimal, printFiledMoney } from "@/lib/format/filed";
import type { Field } from "@/lib/ownership/document";

export type FieldPrint = "text" | "shares" | "money" | "date";

interface FiledFieldProps {
  field: Field | undefined;
  print?: FieldPrint;
  words: Readonly<Record<string, string>>;
}

/** One field as filed, in the form's print, with the footnotes on that very field. The exact text stays in the markup. */
export function FiledField({ field, print = "text", words }: FiledFieldProps) {
  if (field === undefined) return null;
  return (
    <>
      {field.value === null ? null : <FiledText value={field.value} print={print} />}
      <FootnoteMarks ids={field.footnoteIds} words={words} />
    </>
  );
}

function FiledText({ value, print }: { value: string; print: FieldPrint }) {
  switch (print) {
    case "date":
      return <time dateTime={value}>{printFiledDate(value)}</time>;
    case "shares":
      return <data value={value}>{printFiledDecimal(value)}</data>;
    case "money":
      return <data value={value}>{printFiledMoney(value)}</data>;
    case "text":
      return value;
  }
}
