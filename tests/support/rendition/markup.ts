import type { Field } from "@/lib/ownership/document";

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** `2598.325` as `2,598.325`. */
export function grouped(number: string): string {
  const [whole = "", ...rest] = number.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

/** `2022-04-13` as `04/13/2022`; a zone suffix is not printed. */
export function printedDate(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, "$2/$3/$1");
}

function superscripts(ids: readonly string[]): string {
  return ids.map((id) => `<span class="FootnoteData"><sup>(${id.replace(/^F/, "")})</sup></span>`).join("");
}

export type Print = (value: string) => string;

const TEXT: Record<"FormData" | "SmallFormData", string> = { FormData: "FormText", SmallFormData: "SmallFormText" };

interface CellStyle {
  css?: keyof typeof TEXT;
  align?: "center" | "left";
  print?: Print;
  money?: boolean;
  /** Prints an empty span where only a note stands, as the stylesheet does for dates of derivatives. */
  hollow?: boolean;
}

/** A cell of Table I or II: an absent field is an empty cell, a dollar sign stands in a span of its own. */
export function cell(field: Field | undefined, style: CellStyle = {}): string {
  const { css = "FormData", align = "center", print = escaped, money = false, hollow = false } = style;
  const open = `<td align="${align}">`;
  if (field === undefined) return `${open}</td>`;
  const pieces: string[] = [];
  if (field.value !== null) {
    if (money) pieces.push(`<span class="${TEXT[css]}">$</span>`);
    pieces.push(`<span class="${css}">${print(field.value)}</span>`);
  } else if (hollow) {
    pieces.push(`<span class="${css}">\n                \n            </span>`);
  }
  const inside = pieces.join("") + superscripts(field.footnoteIds);
  const several = money || pieces.length + field.footnoteIds.length > 1;
  return several ? `${open}\n${inside}\n</td>` : `${open}${inside}</td>`;
}
