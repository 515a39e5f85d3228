import type { Issuer, OwnershipDocument, ReportingOwner, RowKind, Signature } from "@/lib/ownership/document";
import type { TableNumber } from "@/lib/ownership/identity";
import type { LeafName } from "@/lib/ownership/leaves";

type TextKeys<T> = { [K in keyof T]: T[K] extends string | null ? K : never }[keyof T];

export type DocumentKey = Exclude<TextKeys<OwnershipDocument>, "accession" | "filingDate" | "acceptedAt">;

/** What an element does to the document when it opens or closes. */
export type ElementRole =
  | "group"
  | "document-text"
  | "issuer-text"
  | "owner"
  | "owner-text"
  | "row"
  | "security-row"
  | "field"
  | "value"
  | "reference"
  | "footnote"
  | "signature"
  | "signature-text";

/** One place of the form's element tree. Every node has every property, so that look-ups stay fast. */
export interface ElementNode {
  name: string;
  role: ElementRole;
  children: Map<string, ElementNode>;
  /** Whether its own text is content. */
  takesText: boolean;
  /** Allowed once under its parent. */
  single: boolean;
  /** The node's bit in its parent's record of what came already. */
  bit: number;
  documentKey: DocumentKey | null;
  issuerKey: keyof Issuer | null;
  ownerKey: keyof ReportingOwner | null;
  signatureKey: keyof Signature | null;
  /** For `field`: where the field goes; for `reference` outside a field: the leaf that its footnote is listed under. */
  leaf: LeafName | null;
  table: TableNumber;
  rowKind: RowKind;
  /** What opened after this node the last time, and in which parent: a guess for `childOf`. */
  follower: ElementNode | null;
  followerIn: ElementNode | null;
}

/**
 * The element `name` in `parent`, when `before` was the last to open. Filings of all filers have their elements in the same
 * order, so the last one's order is tried first: comparing names costs less than hashing a new string for the map.
 */
export function childOf(parent: ElementNode, name: string, before: ElementNode): ElementNode | undefined {
  const guess = before.follower;
  if (guess !== null && before.followerIn === parent && guess.name === name) return guess;
  const child = parent.children.get(name);
  if (child === undefined) return undefined;
  before.follower = child;
  before.followerIn = parent;
  return child;
}

function node(name: string, role: ElementRole, more: Partial<ElementNode> = {}): ElementNode {
  return {
    name,
    role,
    children: more.children ?? new Map(),
    takesText: more.takesText ?? role.endsWith("-text"),
    single: more.single ?? true,
    bit: 0,
    documentKey: more.documentKey ?? null,
    issuerKey: more.issuerKey ?? null,
    ownerKey: more.ownerKey ?? null,
    signatureKey: more.signatureKey ?? null,
    leaf: more.leaf ?? null,
    table: more.table ?? "I",
    rowKind: more.rowKind ?? "transaction",
    follower: null,
    followerIn: null,
  };
}

/** The children of one element; the position gives each its bit, so one element has at most 30. */
function family(...members: ElementNode[]): Map<string, ElementNode> {
  for (const [position, member] of members.entries()) member.bit = 1 << position;
  return new Map(members.map((member) => [member.name, member]));
}

function reference(leaf: LeafName | null = null): ElementNode {
  return node("footnoteId", "reference", { single: false, leaf });
}

/** A leaf of a row: `<name><value/><footnoteId/></name>`, or with its text inside it (`transactionCode`). */
function field(leaf: LeafName, options: { name?: string; direct?: boolean } = {}): ElementNode {
  return node(options.name ?? leaf, "field", {
    leaf,
    takesText: options.direct ?? false,
    children: family(node("value", "value", { takesText: true }), reference()),
  });
}

function group(name: string, ...members: ElementNode[]): ElementNode {
  return node(name, "group", { children: family(...members) });
}

/** The leaves of a row as both tables and both kinds of rows have them: what stands where it should not is kept too. */
function rowFamily(...extra: ElementNode[]): ElementNode[] {
  return [
    field("securityTitle"),
    field("conversionOrExercisePrice"),
    field("transactionDate"),
    field("deemedExecutionDate"),
    group(
      "transactionCoding",
      field("transactionFormType", { direct: true }),
      field("transactionCode", { direct: true }),
      field("equitySwapInvolved", { direct: true }),
      reference("transactionCode"),
    ),
    field("transactionTimeliness"),
    group(
      "transactionAmounts",
      field("transactionShares"),
      field("transactionTotalValue"),
      field("transactionPricePerShare"),
      field("transactionAcquiredDisposedCode"),
      ...extra,
    ),
    field("exerciseDate"),
    field("expirationDate"),
    group(
      "underlyingSecurity",
      field("underlyingSecurityTitle"),
      field("underlyingSecurityShares"),
      field("underlyingSecurityValue"),
    ),
    group("postTransactionAmounts", field("sharesOwnedFollowingTransaction"), field("valueOwnedFollowingTransaction")),
    group("ownershipNature", field("directOrIndirectOwnership"), field("natureOfOwnership")),
  ];
}

function row(name: string, table: TableNumber, rowKind: RowKind): ElementNode {
  return node(name, "row", { single: false, table, rowKind, children: family(...rowFamily()) });
}

/**
 * Schema X0101 has no tables: each row is a `nonDerivativeSecurity` or `derivativeSecurity` under the root, transaction or
 * holding alike, and the price per share is called `transactionValue`. A row element inside one is read as a row.
 */
function securityRow(name: string, table: TableNumber, rows: ElementNode[]): ElementNode {
  const price = field("transactionPricePerShare", { name: "transactionValue" });
  return node(name, "security-row", { single: false, table, children: family(...rowFamily(price), ...rows) });
}

/** The elements under the root that hold the rows of one table. */
function table(number: TableNumber): ElementNode[] {
  const stem = number === "I" ? "nonDerivative" : "derivative";
  const rows = () => [row(`${stem}Transaction`, number, "transaction"), row(`${stem}Holding`, number, "holding")];
  const security = () => securityRow(`${stem}Security`, number, rows());
  // Rows right under the root are no schema's, but they are rows: they are read, with a warning.
  return [group(`${stem}Table`, ...rows(), security()), security(), ...rows()];
}

const documentText = (documentKey: DocumentKey) => node(documentKey, "document-text", { documentKey });
const issuerText = (issuerKey: keyof Issuer) => node(issuerKey, "issuer-text", { issuerKey });
const ownerText = (ownerKey: keyof ReportingOwner) => node(ownerKey, "owner-text", { ownerKey });
const signatureText = (signatureKey: keyof Signature) => node(signatureKey, "signature-text", { signatureKey });

const reportingOwner = node("reportingOwner", "owner", {
  single: false,
  children: family(
    group("reportingOwnerId", ownerText("rptOwnerCik"), ownerText("rptOwnerCcc"), ownerText("rptOwnerName")),
    group(
      "reportingOwnerAddress",
      ownerText("rptOwnerNonUSAddressFlag"),
      ownerText("rptOwnerStreet1"),
      ownerText("rptOwnerStreet2"),
      ownerText("rptOwnerCity"),
      ownerText("rptOwnerState"),
      ownerText("rptOwnerNonUSStateTerritory"),
      ownerText("rptOwnerCountry"),
      ownerText("rptOwnerZipCode"),
      ownerText("rptOwnerStateDescription"),
      ownerText("rptOwnerGoodAddress"),
    ),
    group(
      "reportingOwnerRelationship",
      ownerText("isDirector"),
      ownerText("isOfficer"),
      ownerText("isTenPercentOwner"),
      ownerText("isOther"),
      ownerText("officerTitle"),
      ownerText("otherText"),
    ),
  ),
});

/** `ownershipDocument` with every element of schemas X0101 to X0609. */
export const OWNERSHIP_DOCUMENT: ElementNode = group(
  "ownershipDocument",
  documentText("schemaVersion"),
  documentText("documentType"),
  documentText("periodOfReport"),
  documentText("dateOfOriginalSubmission"),
  documentText("noSecuritiesOwned"),
  documentText("notSubjectToSection16"),
  documentText("form3HoldingsReported"),
  documentText("form4TransactionsReported"),
  documentText("aff10b5One"),
  group(
    "issuer",
    issuerText("issuerCik"),
    issuerText("issuerName"),
    issuerText("issuerTradingSymbol"),
    issuerText("issuerForeignTradingSymbol"),
  ),
  reportingOwner,
  ...table("I"),
  ...table("II"),
  group("footnotes", node("footnote", "footnote", { single: false, takesText: true })),
  documentText("remarks"),
  node("ownerSignature", "signature", {
    single: false,
    children: family(signatureText("signatureName"), signatureText("signatureDate")),
  }),
);
