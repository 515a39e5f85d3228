import type { Field, Issuer, OwnershipDocument, OwnershipRow, ReportingOwner } from "@/lib/ownership/document";
import type { LeafName } from "@/lib/ownership/leaves";

/** Where a row's leaves stand inside each other, in the order of the schema. A string is a leaf, a pair a group of leaves. */
type Part = LeafName | readonly [group: string, leaves: readonly LeafName[]];

const AMOUNTS: Part = [
  "transactionAmounts",
  ["transactionShares", "transactionTotalValue", "transactionPricePerShare", "transactionAcquiredDisposedCode"],
];
const UNDERLYING: Part = [
  "underlyingSecurity",
  ["underlyingSecurityTitle", "underlyingSecurityShares", "underlyingSecurityValue"],
];
const AFTER: Part = ["postTransactionAmounts", ["sharesOwnedFollowingTransaction", "valueOwnedFollowingTransaction"]];
const OWNERSHIP: Part = ["ownershipNature", ["directOrIndirectOwnership", "natureOfOwnership"]];
const TRADE_HEAD: readonly Part[] = ["transactionDate", "deemedExecutionDate"];

const NON_DERIVATIVE: Readonly<Record<OwnershipRow["kind"], readonly (Part | "coding")[]>> = {
  transaction: ["securityTitle", ...TRADE_HEAD, "coding", "transactionTimeliness", AMOUNTS, AFTER, OWNERSHIP],
  holding: ["securityTitle", AFTER, OWNERSHIP],
};
const DERIVATIVE: typeof NON_DERIVATIVE = {
  transaction: [
    "securityTitle",
    "conversionOrExercisePrice",
    ...TRADE_HEAD,
    "coding",
    "transactionTimeliness",
    AMOUNTS,
    "exerciseDate",
    "expirationDate",
    UNDERLYING,
    AFTER,
    OWNERSHIP,
  ],
  holding: [
    "securityTitle",
    "conversionOrExercisePrice",
    "exerciseDate",
    "expirationDate",
    UNDERLYING,
    AFTER,
    OWNERSHIP,
  ],
};

/** A document as ownership XML, laid out as EDGAR disseminates it. Header facts (accession, filing date) are not in it. */
export function ownershipXml(document: OwnershipDocument): string {
  const parts = ['<?xml version="1.0"?>\n<ownershipDocument>\n'];
  const put = (name: string, text: string | null) => {
    if (text !== null) parts.push(`\n    <${name}>${escaped(text)}</${name}>\n`);
  };
  put("schemaVersion", document.schemaVersion);
  put("documentType", document.documentType);
  put("periodOfReport", document.periodOfReport);
  put("dateOfOriginalSubmission", document.dateOfOriginalSubmission);
  put("noSecuritiesOwned", document.noSecuritiesOwned);
  put("notSubjectToSection16", document.notSubjectToSection16);
  put("form3HoldingsReported", document.form3HoldingsReported);
  put("form4TransactionsReported", document.form4TransactionsReported);
  parts.push(issuerXml(document.issuer), ...document.reportingOwners.map(ownerXml));
  put("aff10b5One", document.aff10b5One);
  parts.push(tableXml("nonDerivative", document.nonDerivativeTable, NON_DERIVATIVE));
  parts.push(tableXml("derivative", document.derivativeTable, DERIVATIVE));
  parts.push("\n    <footnotes>");
  for (const { id, text } of document.footnotes) {
    parts.push(`\n        <footnote id="${id}">${escaped(text)}</footnote>`);
  }
  parts.push(document.footnotes.length > 0 ? "\n    </footnotes>\n" : "</footnotes>\n");
  put("remarks", document.remarks);
  for (const { signatureName, signatureDate } of document.signatures) {
    parts.push(
      `\n    <ownerSignature>\n        <signatureName>${escaped(signatureName ?? "")}</signatureName>\n` +
        `        <signatureDate>${signatureDate ?? ""}</signatureDate>\n    </ownerSignature>\n`,
    );
  }
  parts.push("</ownershipDocument>\n");
  return parts.join("");
}

function issuerXml(issuer: Issuer): string {
  return group(1, "issuer", [
    ["issuerCik", issuer.issuerCik],
    ["issuerName", issuer.issuerName],
    ["issuerTradingSymbol", issuer.issuerTradingSymbol],
    ["issuerForeignTradingSymbol", issuer.issuerForeignTradingSymbol],
  ]);
}

function ownerXml(owner: ReportingOwner): string {
  const id = group(2, "reportingOwnerId", [
    ["rptOwnerCik", owner.rptOwnerCik],
    ["rptOwnerName", owner.rptOwnerName],
  ]);
  const address = group(2, "reportingOwnerAddress", [
    ["rptOwnerNonUSAddressFlag", owner.rptOwnerNonUSAddressFlag],
    ["rptOwnerStreet1", owner.rptOwnerStreet1],
    ["rptOwnerStreet2", owner.rptOwnerStreet2],
    ["rptOwnerCity", owner.rptOwnerCity],
    ["rptOwnerState", owner.rptOwnerState],
    ["rptOwnerNonUSStateTerritory", owner.rptOwnerNonUSStateTerritory],
    ["rptOwnerCountry", owner.rptOwnerCountry],
    ["rptOwnerZipCode", owner.rptOwnerZipCode],
    ["rptOwnerStateDescription", owner.rptOwnerStateDescription],
  ]);
  const relationship = group(2, "reportingOwnerRelationship", [
    ["isDirector", owner.isDirector],
    ["isOfficer", owner.isOfficer],
    ["isTenPercentOwner", owner.isTenPercentOwner],
    ["isOther", owner.isOther],
    ["officerTitle", owner.officerTitle],
    ["otherText", owner.otherText],
  ]);
  return `\n    <reportingOwner>\n${id}${address}${relationship}    </reportingOwner>\n`;
}

function group(depth: number, name: string, texts: readonly (readonly [string, string | null])[]): string {
  const pad = "    ".repeat(depth);
  const inner = texts
    .filter(([, text]) => text !== null)
    .map(([leaf, text]) => `${pad}    <${leaf}>${escaped(text ?? "")}</${leaf}>\n`);
  return `${depth === 1 ? "\n" : ""}${pad}<${name}>\n${inner.join("")}${pad}</${name}>\n`;
}

function tableXml(
  name: "nonDerivative" | "derivative",
  rows: readonly OwnershipRow[],
  shape: typeof NON_DERIVATIVE,
): string {
  if (rows.length === 0) return "";
  const inner = rows.map((row) => {
    const element = `${name}${row.kind === "transaction" ? "Transaction" : "Holding"}`;
    return `        <${element}>\n${shape[row.kind].map((part) => partXml(row, part)).join("")}        </${element}>\n`;
  });
  return `\n    <${name}Table>\n${inner.join("")}    </${name}Table>\n`;
}

function partXml(row: OwnershipRow, part: Part | "coding"): string {
  if (part === "coding") return codingXml(row);
  if (typeof part === "string") return fieldXml("            ", part, row[part]);
  const [name, leaves] = part;
  const inner = leaves.map((leaf) => fieldXml("                ", leaf, row[leaf])).join("");
  return `            <${name}>\n${inner}            </${name}>\n`;
}

/** The code's three leaves stand bare in their group, with the code's footnotes after them. */
function codingXml(row: OwnershipRow): string {
  const pad = "                ";
  const leaf = (name: LeafName) => {
    const text = row[name]?.value ?? null;
    return text === null ? "" : `${pad}<${name}>${escaped(text)}</${name}>\n`;
  };
  const notes = (row.transactionCode?.footnoteIds ?? []).map((id) => `${pad}<footnoteId id="${id}"/>\n`).join("");
  const inner = `${leaf("transactionFormType")}${leaf("transactionCode")}${leaf("equitySwapInvolved")}${notes}`;
  return `            <transactionCoding>\n${inner}            </transactionCoding>\n`;
}

function fieldXml(pad: string, name: LeafName, field: Field | undefined): string {
  if (field === undefined) return "";
  const value = field.value === null ? "" : `${pad}    <value>${escaped(field.value)}</value>\n`;
  const notes = field.footnoteIds.map((id) => `${pad}    <footnoteId id="${id}"/>\n`).join("");
  return `${pad}<${name}>\n${value}${notes}${pad}</${name}>\n`;
}

function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
