import { MARK_COLOURS, markShape } from "@/components/charts/glyphs/plan-shape";
import { Hint } from "@/components/ui/floating/hint";
import { codeEntry, type TransactionClass } from "@/lib/ownership/codes";

interface CodeMarkProps {
  code: string | null;
  transactionClass: TransactionClass | null;
  /** The letter alone, where the label stands elsewhere. */
  isBare?: boolean;
}

/** A code's letter in the colour of its class, with its label; the SEC's words on focus. */
export function CodeMark({ code, transactionClass, isBare = false }: CodeMarkProps) {
  const entry = codeEntry(code);
  const colour = MARK_COLOURS[markShape({ class: transactionClass, isDerivative: false, flag: null })];
  const meaning = codeMeaning(code);
  return (
    <Hint text={meaning} className="code">
      <b style={{ color: colour }}>{code ?? "?"}</b>
      {isBare ? null : <span>{entry?.label ?? (code === null ? "no code" : "unknown code")}</span>}
    </Hint>
  );
}

function codeMeaning(code: string | null): string {
  const entry = codeEntry(code);
  if (code === null) return "The row carries no transaction code.";
  if (entry === null) return `“${code}” is not in the SEC’s list of codes; shown as filed.`;
  return `Code ${entry.code}. ${entry.meaning}${entry.rule === null ? "" : ` (${entry.rule})`}`;
}
