import type { Field, OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { cell, grouped, printedDate } from "./markup";

const TABLE = '<table width="100%" border="1" cellspacing="0" cellpadding="4">';

function header(width: string, text: string, more = 'rowspan="2" ', css = "SmallFormText"): string {
  return `<th width="${width}%" valign="top" ${more}align="left" class="${css}">${text}\n   </th>`;
}

function dated(width: string, text: string, more?: string, css?: string): string {
  return header(width, `${text}\n      (Month/Day/Year)`, more, css).replace("\n   </th>", "</th>");
}

function lower(width: string, text: string, bottom: boolean, css = "SmallFormText"): string {
  return `<th width="${width}%" ${bottom ? 'valign="bottom" ' : ""}align="center" class="${css}">${text}</th>`;
}

const instr = (n: string) => `(Instr. \n      ${n})`;

function head(title: string, span: number, upper: string[], below: string[]): string {
  const rows = [upper, below].filter((row) => row.length > 0).map((row) => `<tr>\n${row.join("\n")}\n</tr>`);
  return `<thead>\n<tr><th width="100%" valign="top" colspan="${span}" align="center" class="FormTextC">${title}</th></tr>\n${rows.join("\n")}\n</thead>`;
}

const EXAMPLES = "<b>(e.g., puts, calls, warrants, options, convertible securities)</b>";

function headI(form: string): string {
  if (form === "3") {
    const one = (width: string, text: string) => header(width, text, "", "MedSmallFormText");
    return head(
      "<b>Table I - Non-Derivative Securities Beneficially Owned</b>",
      4,
      [
        one("44", `1. Title of Security ${instr("4")}`),
        one("19", `2. \n      Amount of Securities Beneficially Owned ${instr("4")}`),
        one("11", `3. Ownership Form: Direct (D) or Indirect (I) ${instr("5")}`),
        one("26", `4. Nature of Indirect Beneficial Ownership ${instr("5")}`),
      ],
      [],
    );
  }
  const four = form === "4";
  const owned = four ? "Following Reported Transaction(s)" : "at end of Issuer's Fiscal Year";
  return head(
    "<b>Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned</b>",
    four ? 11 : 16,
    [
      header(
        four ? "36" : "28",
        `1. Title of Security ${instr("3")}`,
        undefined,
        four ? "MedSmallFormText" : "SmallFormText",
      ),
      dated(four ? "6" : "7", "2. Transaction Date"),
      dated(four ? "5" : "6", "2A. Deemed Execution Date, if any"),
      header(four ? "7" : "6", `3. Transaction Code ${instr("8")}`, four ? 'colspan="2" ' : undefined),
      header(
        four ? "19" : "24",
        `4. Securities Acquired (A) or Disposed Of (D) ${instr("3, 4 and 5")}`,
        'colspan="3" ',
      ),
      header("11", `5. \n      Amount of Securities Beneficially Owned ${owned} ${instr("3 and 4")}`),
      header(four ? "9" : "8", `6. Ownership Form: Direct (D) or Indirect (I) ${instr("4")}`),
      header(four ? "8" : "9", `7. Nature of Indirect Beneficial Ownership ${instr("4")}`),
    ],
    [
      ...(four ? [lower("4", "Code", false), lower("3", "V", false)] : []),
      lower(four ? "8" : "10", "Amount", false),
      lower("5", "(A) or (D)", false),
      lower(four ? "6" : "9", "Price", false),
    ],
  );
}

function headII(form: string): string {
  if (form === "3") {
    const two = 'colspan="2" ';
    const css = "MedSmallFormText";
    return head(
      `\n<b>Table II - Derivative Securities Beneficially Owned</b><br>${EXAMPLES}\n`,
      8,
      [
        header("35", `1. Title of Derivative Security ${instr("4")}`, undefined, css),
        dated("9", "2. Date Exercisable and Expiration Date ", two, css),
        header("26", `3. Title and Amount of Securities Underlying Derivative Security ${instr("4")}`, two, css),
        header("7", "4. Conversion or Exercise Price of Derivative Security", undefined, css),
        header("8", `5. Ownership Form: Direct (D) or Indirect (I) ${instr("5")}`, undefined, css),
        header("15", `6. Nature of Indirect Beneficial Ownership ${instr("5")}`, undefined, css),
      ],
      [
        lower("4", "Date Exercisable", true, css),
        lower("5", "Expiration Date", true, css),
        lower("20", "Title", true, css),
        lower("6", "Amount or Number of Shares", true, css),
      ],
    );
  }
  const four = form === "4";
  const two = 'colspan="2" ';
  return head(
    `\n<b>Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned</b><br>${EXAMPLES}\n`,
    four ? 16 : 15,
    [
      header("13", `1. Title of Derivative Security ${instr("3")}`),
      header(four ? "5" : "6", "2. Conversion or Exercise Price of Derivative Security"),
      dated(four ? "5" : "6", "3. Transaction Date"),
      dated(four ? "5" : "6", "3A. Deemed Execution Date, if any"),
      header(four ? "9" : "6", `4. Transaction Code ${instr("8")}`, four ? two : undefined),
      header(
        four ? "10" : "12",
        `5. \n      Number of Derivative Securities Acquired (A) or Disposed of (D) ${instr("3, 4 and 5")}`,
        two,
      ),
      dated(four ? "9" : "10", "6. Date Exercisable and Expiration Date ", two),
      header(
        four ? "17" : "18",
        `7. Title and Amount of Securities Underlying Derivative Security ${instr("3 and 4")}`,
        two,
      ),
      header(four ? "6" : "5", `8. Price of Derivative Security ${instr("5")}`),
      header(
        four ? "6" : "7",
        `9. \n      Number of derivative Securities Beneficially Owned Following Reported Transaction(s) ${instr("4")}`,
      ),
      header("6", `10. Ownership Form: Direct (D) or Indirect (I) ${instr("4")}`),
      header("7", `11. Nature of Indirect Beneficial Ownership ${instr("4")}`),
    ],
    [
      ...(four ? [lower("4", "Code", true), lower("4", "V", true)] : []),
      lower(four ? "5" : "6", "(A)", true),
      lower(four ? "5" : "6", "(D)", true),
      lower("5", "Date Exercisable", true),
      lower(four ? "4" : "5", "Expiration Date", true),
      lower(four ? "10" : "12", "Title", true),
      lower(four ? "7" : "6", "Amount or Number of Shares", true),
    ],
  );
}

/** `S/K` for an equity swap; on Form 5 the form on which the row was due stands behind its code (`P4`, `3`). */
function codeField(row: OwnershipRow, form: string): Field | undefined {
  const swap = /^(?:1|true)$/.test(row.equitySwapInvolved?.value ?? "") ? "/K" : "";
  const due = row.transactionFormType?.value ?? "";
  const late = form === "5" && due !== "5" ? due : "";
  const value = `${row.transactionCode?.value ?? ""}${swap}${late}`;
  const footnoteIds = row.transactionCode?.footnoteIds ?? [];
  return value === "" && footnoteIds.length === 0 ? undefined : { value: value || null, footnoteIds };
}

function earlyField(row: OwnershipRow): Field | undefined {
  const field = row.transactionTimeliness;
  return field && { value: field.value === "E" ? "V" : null, footnoteIds: field.footnoteIds };
}

type Css = "FormData" | "SmallFormData";

function figures(css: Css) {
  return {
    date: (field: Field | undefined) => cell(field, { css, print: printedDate }),
    text: (field: Field | undefined) => cell(field, { css, align: "left" }),
    code: (field: Field | undefined) => cell(field, { css }),
    price: (field: Field | undefined) => cell(field, { css, print: grouped, money: (field?.value ?? null) !== null }),
    /** Shares, or else a value in dollars. */
    amount: (shares: Field | undefined, dollars: Field | undefined) =>
      cell(shares ?? dollars, {
        css,
        print: grouped,
        money: shares === undefined && (dollars?.value ?? null) !== null,
      }),
  };
}

function rowI(row: OwnershipRow, form: string): string[] {
  const print = figures("FormData");
  const owned = print.amount(row.sharesOwnedFollowingTransaction, row.valueOwnedFollowingTransaction);
  const nature = [print.code(row.directOrIndirectOwnership), print.text(row.natureOfOwnership)];
  if (form === "3") return [print.text(row.securityTitle), owned, ...nature];
  const small = figures("SmallFormData");
  return [
    print.text(row.securityTitle),
    print.date(row.transactionDate),
    print.date(row.deemedExecutionDate),
    ...(form === "4"
      ? [small.code(codeField(row, form)), small.code(earlyField(row))]
      : [print.code(codeField(row, form))]),
    print.amount(row.transactionShares, row.transactionTotalValue),
    print.code(row.transactionAcquiredDisposedCode),
    print.price(row.transactionPricePerShare),
    owned,
    ...nature,
  ];
}

function rowII(row: OwnershipRow, form: string): string[] {
  const small = figures("SmallFormData");
  const large = figures("FormData");
  const when = (field: Field | undefined) => cell(field, { css: "SmallFormData", print: printedDate, hollow: true });
  const underlying = large.amount(row.underlyingSecurityShares, row.underlyingSecurityValue);
  if (form === "3") {
    return [
      large.text(row.securityTitle),
      when(row.exerciseDate),
      when(row.expirationDate),
      large.text(row.underlyingSecurityTitle).replace('"left"', '"center"'),
      underlying,
      large.price(row.conversionOrExercisePrice),
      large.code(row.directOrIndirectOwnership),
      large.text(row.natureOfOwnership),
    ];
  }
  const amount = small.amount(row.transactionShares, row.transactionTotalValue);
  const empty = cell(undefined);
  const acquired = row.transactionAcquiredDisposedCode?.value !== "D";
  return [
    small.text(row.securityTitle),
    small.price(row.conversionOrExercisePrice),
    small.date(row.transactionDate),
    small.date(row.deemedExecutionDate),
    ...(form === "4"
      ? [small.code(codeField(row, form)), small.code(earlyField(row))]
      : [small.code(codeField(row, form))]),
    acquired ? amount : empty,
    acquired ? empty : amount,
    when(row.exerciseDate),
    when(row.expirationDate),
    small.text(row.underlyingSecurityTitle).replace('"left"', '"center"'),
    underlying,
    small.price(row.transactionPricePerShare),
    small.amount(row.sharesOwnedFollowingTransaction, row.valueOwnedFollowingTransaction),
    small.code(row.directOrIndirectOwnership),
    small.text(row.natureOfOwnership),
  ];
}

function table(head: string, rows: string[][]): string {
  const printed = rows.map((cells) => `<tr>\n${cells.join("\n")}\n</tr>`).join("\n");
  return `${TABLE}${head}${printed === "" ? "" : `<tbody>\n${printed}\n</tbody>`}</table>`;
}

/** Both tables as the stylesheet prints them. `form` is 3, 4 or 5. */
export function renderTables(document: OwnershipDocument, form: string): string {
  const one = document.nonDerivativeTable.map((row) => rowI(row, form));
  const two = document.derivativeTable.map((row) => rowII(row, form));
  return `${table(headI(form), one)}\n${table(headII(form), two)}`;
}
