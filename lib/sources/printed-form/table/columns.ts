import type { TableNumber } from "@/lib/ownership/identity";

/** What one physical column of a printed table holds. The `…-merged` parts hold two or three fields in one cell. */
export type Part =
  | "title"
  | "strike"
  | "date"
  | "deemed"
  | "code"
  | "early"
  | "amount"
  | "direction"
  | "amount-direction"
  | "amount-direction-price"
  | "price"
  | "acquired"
  | "disposed"
  | "exercisable"
  | "expiration"
  | "dates-merged"
  | "underlying-title"
  | "underlying-amount"
  | "underlying-merged"
  | "owned"
  | "form"
  | "nature";

/** A numbered column of the form, and the ways in which converters split or merge it; the form's own way comes first. */
interface NumberedColumn {
  caption: RegExp;
  splits: readonly (readonly Part[])[];
}

/** Order matters: “Conversion or Exercise Price of Derivative Security” must not be taken for the price. */
const COLUMNS = {
  title: { caption: /title of (?:derivative )?security/i, splits: [["title"]] },
  strike: { caption: /conversion or exercise price/i, splits: [["strike"]] },
  deemed: { caption: /deemed execution date/i, splits: [["deemed"]] },
  date: { caption: /transaction date/i, splits: [["date"]] },
  code: { caption: /transaction code/i, splits: [["code", "early"], ["code"]] },
  amounts: {
    caption: /^(?!.*derivative).*securities acquired/i,
    splits: [
      ["amount", "direction", "price"],
      ["amount-direction", "price"],
      ["amount", "direction"],
      ["amount-direction-price"],
    ],
  },
  number: {
    caption: /derivative securities acquired/i,
    splits: [["acquired", "disposed"], ["amount", "direction"], ["amount-direction"]],
  },
  dates: {
    caption: /date exercisable and expiration/i,
    splits: [["exercisable", "expiration"], ["dates-merged"]],
  },
  underlying: {
    caption: /title and amount of/i,
    splits: [["underlying-title", "underlying-amount"], ["underlying-merged"]],
  },
  price: { caption: /price of derivative security/i, splits: [["price"]] },
  owned: { caption: /(?:amount|number) of (?:derivative )?securities (?:beneficially )?owned/i, splits: [["owned"]] },
  form: { caption: /ownership form/i, splits: [["form"]] },
  nature: { caption: /nature of (?:indirect|ownership)/i, splits: [["nature"]] },
} as const satisfies Record<string, NumberedColumn>;

export type ColumnName = keyof typeof COLUMNS;

const COLUMN_NAMES: readonly ColumnName[] = [
  "title",
  "strike",
  "deemed",
  "date",
  "code",
  "amounts",
  "number",
  "dates",
  "underlying",
  "price",
  "owned",
  "form",
  "nature",
];

/** The layouts of the forms as the SEC prints them: Form 3 has no transactions, Forms 4 and 5 share theirs. */
const LAYOUTS: Readonly<Record<"3" | "4", Record<TableNumber, readonly ColumnName[]>>> = {
  "3": {
    I: ["title", "owned", "form", "nature"],
    II: ["title", "dates", "underlying", "strike", "form", "nature"],
  },
  "4": {
    I: ["title", "date", "deemed", "code", "amounts", "owned", "form", "nature"],
    II: [
      "title",
      "strike",
      "date",
      "deemed",
      "code",
      "number",
      "dates",
      "underlying",
      "price",
      "owned",
      "form",
      "nature",
    ],
  },
};

/** Captions that stand alone in a cell, for tables that print no numbered captions above them. */
const SHORT_CAPTIONS: readonly [RegExp, Part][] = [
  [/^(?:security|security title|title of security)$/i, "title"],
  [/^(?:exercise price|conversion price|strike)$/i, "strike"],
  [/^(?:trans(?:action|\.)? date|trade date|date)$/i, "date"],
  [/^deemed(?: execution)? date$/i, "deemed"],
  [/^(?:trans(?:action|\.)? )?code$/i, "code"],
  [/^v$/i, "early"],
  [/^(?:amount|shares|number)$/i, "amount"],
  [/^(?:\(?a\)? ?(?:or|\/) ?\(?d\)?)$/i, "direction"],
  [/^price(?: per share)?$/i, "price"],
  [/^\(a\)$/i, "acquired"],
  [/^\(d\)$/i, "disposed"],
  [/^date exercisable$/i, "exercisable"],
  [/^expiration(?: date)?$/i, "expiration"],
  [/^(?:underlying(?: security)?|title)$/i, "underlying-title"],
  [/^(?:amount or number of shares|underlying shares)$/i, "underlying-amount"],
  [/^(?:owned(?: following.*)?|shares owned.*|holdings?|amount owned.*)$/i, "owned"],
  [/^(?:ownership|\(?d\)? ?(?:or|\/) ?\(?i\)?|ownership form.*)$/i, "form"],
  [/^nature.*$/i, "nature"],
];

/** The numbered column that a caption names, or null. */
export function columnOfCaption(caption: string): ColumnName | null {
  const text = caption.replace(/\s+/g, " ");
  return COLUMN_NAMES.find((name) => COLUMNS[name].caption.test(text)) ?? null;
}

/** The part that a short caption names, or null. */
export function partOfCaption(caption: string): Part | null {
  const text = caption
    .replace(/\s+/g, " ")
    .replace(/^\d+[A-Z]?\.\s*/i, "")
    .trim();
  return SHORT_CAPTIONS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** The numbered columns of a form's table as the SEC prints it. `form` is `3`, `4` or `5`, with or without `/A`. */
export function formLayout(form: string, table: TableNumber): readonly ColumnName[] {
  return LAYOUTS[form.startsWith("3") ? "3" : "4"][table];
}

/** One way to split numbered columns into physical ones. */
export interface PartSequence {
  parts: Part[];
  /** How many physical columns each numbered column takes. */
  lengths: number[];
}

/** Every way in which these numbered columns may be split into physical ones, the form's own way first. */
export function partSequences(columns: readonly ColumnName[]): PartSequence[] {
  let sequences: PartSequence[] = [{ parts: [], lengths: [] }];
  for (const name of columns) {
    const splits: readonly (readonly Part[])[] = COLUMNS[name].splits;
    sequences = splits.flatMap((split) =>
      sequences.map(({ parts, lengths }) => ({ parts: [...parts, ...split], lengths: [...lengths, split.length] })),
    );
  }
  return sequences;
}

const HOLDING_PARTS: ReadonlySet<Part> = new Set([
  "title",
  "strike",
  "exercisable",
  "expiration",
  "underlying-title",
  "underlying-amount",
  "owned",
  "form",
  "nature",
]);

/** The parts that a holding fills, of a sequence; a converter may drop the empty transaction cells of a holding row. */
export function holdingParts(parts: readonly Part[]): Part[] {
  return parts.filter((part) => HOLDING_PARTS.has(part));
}
