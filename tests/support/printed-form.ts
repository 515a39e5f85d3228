import type { Field, OwnershipDocument, OwnershipRow, ReportingOwner } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";

/** How a form is printed as text. The SEC's own page is `markdown` with everything on. */
export interface PrintStyle {
  table: "markdown" | "bare-pipes" | "aligned";
  /** The mark V in a column of its own, or behind the code. */
  ownV: boolean;
  rules: boolean;
  notes: "superscript" | "plain" | "sup";
  explanations: "1." | "(1)" | "F1:" | "bullets";
}

type Column = [caption: string, sub: string, print: (row: OwnershipRow, style: PrintStyle) => string];

/** A document as the SEC's page prints it, in one of several spellings; for reading it back. */
export function printForm(document: OwnershipDocument, style: PrintStyle): string {
  const form = (document.documentType ?? "4").charAt(0);
  const title = {
    "3": "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES",
    "4": "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
    "5": "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
  }[form];
  return [
    `FORM ${document.documentType}`,
    title ?? "",
    "",
    ...printFront(document, form),
    "",
    "Table I - Non-Derivative Securities Acquired, Disposed of, or Beneficially Owned",
    "",
    ...printTable(document.nonDerivativeTable, form === "3" ? FORM3_I : tableI(style), style),
    "",
    "Table II - Derivative Securities Acquired, Disposed of, or Beneficially Owned (e.g., puts, calls, warrants, options, convertible securities)",
    "",
    ...printTable(document.derivativeTable, form === "3" ? FORM3_II : tableII(style), style),
    "",
    "Explanation of Responses:",
    "",
    ...document.footnotes.map((note) => `${lead(note.id, style)} ${escaped(note.text, style)}`),
    "",
    `Remarks:${document.remarks === null ? "" : `\n\n${escaped(document.remarks, style)}`}`,
    "",
    ...document.signatures.map(
      (signature) => `${(signature.signatureName ?? "").replace(/\s+/g, " ")} ${printDate(signature.signatureDate)}`,
    ),
    "",
    "** Signature of Reporting Person Date",
  ].join("\n");
}

function lead(id: string, style: PrintStyle): string {
  const number = id.slice(1);
  return { "1.": `${number}.`, "(1)": `(${number})`, "F1:": `F${number}:`, bullets: "-" }[style.explanations];
}

function printFront(document: OwnershipDocument, form: string): string[] {
  const { issuer } = document;
  const period = { "3": "2. Date of Event Requiring Statement", "5": "3. Statement for Issuer's Fiscal Year Ended" }[
    form
  ];
  return [
    ...document.reportingOwners.flatMap((owner) => [
      "1. Name and Address of Reporting Person*",
      ...printOwner(owner),
      "",
    ]),
    "2. Issuer Name and Ticker or Trading Symbol",
    `${issuer.issuerName} [ ${issuer.issuerTradingSymbol ?? ""} ]`,
    `${period ?? "3. Date of Earliest Transaction"} (Month/Day/Year)`,
    printDate(document.periodOfReport),
    "4. If Amendment, Date of Original Filed (Month/Day/Year)",
    printDate(document.dateOfOriginalSubmission),
    "5. Relationship of Reporting Person(s) to Issuer (Check all applicable)",
    ...(document.reportingOwners.length === 1 ? document.reportingOwners.map(printBoxes) : []),
    "6. Individual or Joint/Group Filing (Check Applicable Line)",
  ];
}

function printOwner(owner: ReportingOwner): string[] {
  const town = [owner.rptOwnerCity, owner.rptOwnerState, owner.rptOwnerZipCode]
    .filter((part) => part !== null)
    .join(" ");
  return [
    owner.rptOwnerName ?? "",
    "(Last) (First) (Middle)",
    owner.rptOwnerStreet1 ?? "",
    owner.rptOwnerStreet2 ?? "",
    "(Street)",
    town,
    "(City) (State) (Zip)",
  ];
}

function printBoxes(owner: ReportingOwner): string {
  const box = (flag: string | null) => (flag === "1" || flag === "true" ? "[X]" : "[ ]");
  const boxes = `${box(owner.isDirector)} Director ${box(owner.isTenPercentOwner)} 10% Owner ${box(owner.isOfficer)} Officer (give title below) ${box(owner.isOther)} Other (specify below)`;
  return [boxes, owner.officerTitle ?? "", owner.otherText ?? ""].filter((line) => line !== "").join("\n");
}

function of(leaf: LeafName, how: (text: string) => string = (text) => text): Column[2] {
  return (row, style) => printField(row[leaf], how, style);
}

function printField(field: Field | undefined, how: (text: string) => string, style: PrintStyle): string {
  if (field === undefined) return "";
  const value = field.value === null ? "" : escaped(how(field.value), style);
  const marks = field.footnoteIds.map((id) => mark(id.slice(1), style)).join("");
  return `${value}${value === "" || marks === "" ? "" : " "}${marks}`;
}

function mark(number: string, style: PrintStyle): string {
  if (style.notes === "plain") return `(${number})`;
  if (style.notes === "sup") return `<sup>(${number})</sup>`;
  return `⁽${[...number].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("")}⁾`;
}

function escaped(text: string, style: PrintStyle): string {
  const plain = text.replace(/\s+/g, " ");
  return style.table === "markdown" ? plain.replace(/[\\$|*[\]]/g, "\\$&").replace(/[<&]/g, entity) : plain;
}

function entity(sign: string): string {
  return sign === "<" ? "&lt;" : "&amp;";
}

function printDate(date: string | null): string {
  return (date ?? "").replace(/^(\d{4})-(\d{2})-(\d{2}).*$/, "$2/$3/$1");
}

function printNumber(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

const money = (text: string) => `$${printNumber(text)}`;

/** Shares, or a dollar figure where the filing has one instead. */
function either(shares: LeafName, value: LeafName): Column[2] {
  return (row, style) => `${of(shares, printNumber)(row, style)}${of(value, money)(row, style)}`;
}

function side(letter: "A" | "D"): Column[2] {
  return (row, style) =>
    row.transactionAcquiredDisposedCode?.value === letter
      ? either("transactionShares", "transactionTotalValue")(row, style)
      : "";
}

const OWNED: Column[2] = either("sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction");
const EARLY: Column[2] = of("transactionTimeliness", (text) => (text === "E" ? "V" : text));
const CODE: Column[2] = (row, style) => {
  const swap = ["1", "true"].includes(row.equitySwapInvolved?.value ?? "") ? "/K" : "";
  return of("transactionCode", (text) => `${text}${swap}`)(row, style);
};
const CODE_AND_V: Column[2] = (row, style) => [CODE(row, style), EARLY(row, style)].join(" ").trim();

function codes(number: number, style: PrintStyle): Column[] {
  const caption = `${number}. Transaction Code (Instr. 8)`;
  if (!style.ownV) return [[caption, "", CODE_AND_V]];
  return [
    [caption, "Code", CODE],
    ["", "V", EARLY],
  ];
}

function tableI(style: PrintStyle): Column[] {
  return [
    ["1. Title of Security (Instr. 3)", "", of("securityTitle")],
    ["2. Transaction Date (Month/Day/Year)", "", of("transactionDate", printDate)],
    ["2A. Deemed Execution Date, if any (Month/Day/Year)", "", of("deemedExecutionDate", printDate)],
    ...codes(3, style),
    ["4. Securities Acquired (A) or Disposed Of (D)", "Amount", either("transactionShares", "transactionTotalValue")],
    ["", "(A) or (D)", of("transactionAcquiredDisposedCode")],
    ["", "Price", of("transactionPricePerShare", money)],
    ["5. Amount of Securities Beneficially Owned Following Reported Transaction(s)", "", OWNED],
    ["6. Ownership Form: Direct (D) or Indirect (I)", "", of("directOrIndirectOwnership")],
    ["7. Nature of Indirect Beneficial Ownership", "", of("natureOfOwnership")],
  ];
}

const UNDERLYING: Column[2] = either("underlyingSecurityShares", "underlyingSecurityValue");

function tableII(style: PrintStyle): Column[] {
  return [
    ["1. Title of Derivative Security (Instr. 3)", "", of("securityTitle")],
    ["2. Conversion or Exercise Price of Derivative Security", "", of("conversionOrExercisePrice", money)],
    ["3. Transaction Date (Month/Day/Year)", "", of("transactionDate", printDate)],
    ["3A. Deemed Execution Date, if any", "", of("deemedExecutionDate", printDate)],
    ...codes(4, style),
    ["5. Number of Derivative Securities Acquired (A) or Disposed of (D)", "(A)", side("A")],
    ["", "(D)", side("D")],
    ["6. Date Exercisable and Expiration Date", "Date Exercisable", of("exerciseDate", printDate)],
    ["", "Expiration Date", of("expirationDate", printDate)],
    ["7. Title and Amount of Securities Underlying Derivative Security", "Title", of("underlyingSecurityTitle")],
    ["", "Amount or Number of Shares", UNDERLYING],
    ["8. Price of Derivative Security (Instr. 5)", "", of("transactionPricePerShare", money)],
    ["9. Number of derivative Securities Beneficially Owned Following Reported Transaction(s)", "", OWNED],
    ["10. Ownership Form: Direct (D) or Indirect (I)", "", of("directOrIndirectOwnership")],
    ["11. Nature of Indirect Beneficial Ownership", "", of("natureOfOwnership")],
  ];
}

const FORM3_I: Column[] = [
  ["1. Title of Security (Instr. 4)", "", of("securityTitle")],
  ["2. Amount of Securities Beneficially Owned (Instr. 4)", "", OWNED],
  ["3. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)", "", of("directOrIndirectOwnership")],
  ["4. Nature of Indirect Beneficial Ownership (Instr. 5)", "", of("natureOfOwnership")],
];

const FORM3_II: Column[] = [
  ["1. Title of Derivative Security (Instr. 4)", "", of("securityTitle")],
  ["2. Date Exercisable and Expiration Date (Month/Day/Year)", "Date Exercisable", of("exerciseDate", printDate)],
  ["", "Expiration Date", of("expirationDate", printDate)],
  ["3. Title and Amount of Securities Underlying Derivative Security", "Title", of("underlyingSecurityTitle")],
  ["", "Amount or Number of Shares", UNDERLYING],
  ["4. Conversion or Exercise Price of Derivative Security", "", of("conversionOrExercisePrice", money)],
  ["5. Ownership Form: Direct (D) or Indirect (I) (Instr. 5)", "", of("directOrIndirectOwnership")],
  ["6. Nature of Indirect Beneficial Ownership (Instr. 5)", "", of("natureOfOwnership")],
];

function printTable(rows: readonly OwnershipRow[], columns: readonly Column[], style: PrintStyle): string[] {
  const cells = rows.map((row) => columns.map(([, , print]) => print(row, style)));
  const lines = [columns.map(([caption]) => caption), columns.map(([, sub]) => sub), ...cells];
  const rule = columns.map(() => "---");
  if (style.table === "aligned") return align(lines, style.rules);
  const ruled = style.rules ? [lines[0] ?? [], rule, ...lines.slice(1)] : lines;
  return ruled.map((line) => (style.table === "markdown" ? `| ${line.join(" | ")} |` : line.join(" | ")));
}

function align(lines: readonly string[][], ruled: boolean): string[] {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(3, ...lines.map((line) => (line[i] ?? "").length)));
  const print = (line: readonly string[]) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  const printed = lines.map(print);
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  return ruled ? [...printed.slice(0, 2), rule, ...printed.slice(2)] : printed;
}
