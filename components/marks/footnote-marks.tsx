import { HintLink } from "@/components/links/hint-link";

interface FootnoteMarksProps {
  ids: readonly string[] | undefined;
  /** Words of the footnotes by id. */
  words: Readonly<Record<string, string>>;
  /** Before `#F1`: the filing's path, or nothing on its own page. */
  base?: string;
}

/** Footnote numbers on a field: the words on hover and focus, the list behind them. */
export function FootnoteMarks({ ids, words, base = "" }: FootnoteMarksProps) {
  if (ids === undefined || ids.length === 0) return null;
  return (
    <sup className="notes">
      {ids.map((id) => (
        <HintLink
          key={id}
          text={words[id] ?? "The filing refers to this footnote but does not contain it."}
          href={`${base}#${id}`}
          label={`Footnote ${footnoteNumber(id)}`}
        >
          {`(${footnoteNumber(id)})`}
        </HintLink>
      ))}
    </sup>
  );
}

/** `F12` is printed as 12. */
export function footnoteNumber(id: string): string {
  return id.replace(/^F(?=\d)/i, "");
}
