import type { Field, OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { rowAnchor } from "@/lib/ownership/identity";
import type { LeafName } from "@/lib/ownership/leaves";
import type { ElementNode } from "./element-tree";
import type { RowPlace, WarningList } from "./warning-list";

/** Leaves that make a row of schema X0101 a transaction: its element name does not tell. */
const TRANSACTION_LEAVES: readonly LeafName[] = [
  "transactionDate",
  "transactionCode",
  "transactionShares",
  "transactionTotalValue",
  "transactionPricePerShare",
  "transactionAcquiredDisposedCode",
];

interface OpenRow {
  row: OwnershipRow;
  node: ElementNode;
  place: RowPlace;
  /** How many elements are open, the row's own included. */
  depth: number;
  /** Whether other rows stand inside it (wrappers of X0101). */
  wraps: boolean;
}

/** Collects the rows of both tables, in filed order. */
export class RowBuilder {
  /** Every footnote id that a field refers to. */
  readonly referenced = new Set<string>();
  /** The innermost open row. */
  open: OpenRow | null = null;

  private readonly outer: OpenRow[] = [];
  private readonly counts = { "I-transaction": 0, "I-holding": 0, "II-transaction": 0, "II-holding": 0 };

  constructor(
    private readonly document: OwnershipDocument,
    private readonly warnings: WarningList,
  ) {}

  begin(node: ElementNode, depth: number): void {
    if (this.open !== null) {
      this.open.wraps = true;
      this.outer.push(this.open);
    }
    this.open = { row: { kind: node.rowKind }, node, place: { anchor: "" }, depth, wraps: false };
  }

  /** Lists a footnote under a leaf that may not have come yet (`transactionCoding`). */
  refer(leaf: LeafName, id: string): void {
    if (this.open === null) return;
    this.referenced.add(id);
    const field = this.open.row[leaf];
    if (field === undefined) this.open.row[leaf] = { value: null, footnoteIds: [id] };
    else field.footnoteIds.push(id);
  }

  /** Puts a field into the row. Returns the value that found its place taken, or null. */
  put(leaf: LeafName, field: Field): string | null {
    if (this.open === null || (field.value === null && field.footnoteIds.length === 0)) return null;
    const { row } = this.open;
    const present = row[leaf];
    if (present === undefined) {
      row[leaf] = field;
      return null;
    }
    for (const id of field.footnoteIds) present.footnoteIds.push(id);
    if (present.value !== null) return field.value;
    present.value = field.value;
    return null;
  }

  end(): void {
    if (this.open === null) return;
    const { row, node, place, wraps, depth } = this.open;
    this.open = this.outer.pop() ?? null;
    const empty = Object.keys(row).length === 1;
    if (wraps && empty) return;
    if (node.role === "security-row") row.kind = kindOf(row);
    const key = `${node.table}-${row.kind}` as const;
    this.counts[key] += 1;
    place.anchor = rowAnchor(node.table, row.kind, this.counts[key]);
    (node.table === "I" ? this.document.nonDerivativeTable : this.document.derivativeTable).push(row);
    if (empty) this.warnings.add("row-empty", "A row without any field.", "", place);
    if (wraps) this.warnings.add("row-wraps-rows", "A row with fields of its own holds other rows.", "", place);
    if (depth === 2 && node.role === "row") {
      this.warnings.add("row-outside-table", "A row that stands outside its table; it was read.", "", place);
    }
  }
}

function kindOf(row: OwnershipRow): OwnershipRow["kind"] {
  return TRANSACTION_LEAVES.some((leaf) => row[leaf] !== undefined) ? "transaction" : "holding";
}
