import { parseFlag } from "@/lib/ownership/booleans";
import { parseDate } from "@/lib/ownership/calendar-dates";
import { parseDecimal } from "@/lib/ownership/decimals";
import type { OwnershipRow } from "@/lib/ownership/document";
import { rowAnchor, type TableNumber } from "@/lib/ownership/identity";
import { LEAF_NAMES, type LeafName } from "@/lib/ownership/leaves";
import { type Parsed, parsed, problem } from "@/lib/ownership/parsed";
import { classKey, plainWords } from "./class-titles";
import { dayNumber } from "./day-numbers";
import type { FiledRow, FilingFacts, RowProblem } from "./filed-row";

/** Reads fields, and collects what could not be read, so that no null is silent. */
export class FieldReader {
  readonly #anchor: string | null;
  readonly #problems: RowProblem[];

  constructor(anchor: string | null, problems: RowProblem[]) {
    this.#anchor = anchor;
    this.#problems = problems;
  }

  read<T>(field: string, text: string | null | undefined, parse: (text: string) => Parsed<T>): T | null {
    if (text === null || text === undefined) return null;
    const result = parse(text);
    if (result.problem !== null) this.#problems.push({ anchor: this.#anchor, field, problem: result.problem });
    return result.value;
  }
}

/** One row's fields. Methods rather than closures: twelve million rows go through here. */
class RowReader {
  readonly #row: OwnershipRow;
  readonly #fields: FieldReader;

  constructor(row: OwnershipRow, anchor: string, problems: RowProblem[]) {
    this.#row = row;
    this.#fields = new FieldReader(anchor, problems);
  }

  text(leaf: LeafName): string | null {
    return this.#row[leaf]?.value ?? null;
  }

  upper(leaf: LeafName): string | null {
    return this.text(leaf)?.toUpperCase() ?? null;
  }

  decimal(leaf: LeafName): number | null {
    return this.#fields.read(leaf, this.text(leaf), parseDecimal);
  }

  date(leaf: LeafName): string | null {
    return this.#fields.read(leaf, this.text(leaf), parseDate);
  }

  flag(leaf: LeafName): boolean | null {
    return this.#fields.read(leaf, this.text(leaf), parseFlag);
  }

  letter<T extends string>(leaf: LeafName, parse: (text: string) => Parsed<T>): T | null {
    return this.#fields.read(leaf, this.text(leaf), parse);
  }
}

/** A row of a document as typed facts, `n`-th of its table and kind. */
export function filedRow(
  filing: FilingFacts,
  row: OwnershipRow,
  table: TableNumber,
  n: number,
  problems: RowProblem[],
): FiledRow {
  const anchor = rowAnchor(table, row.kind, n);
  const of = new RowReader(row, anchor, problems);
  const transactionDate = of.date("transactionDate");
  const fallback = row.kind === "transaction" ? filing.periodOfReport : null;
  const tradeDate = transactionDate ?? fallback;
  const securityTitle = of.text("securityTitle");
  const natureOfOwnership = of.text("natureOfOwnership");
  const footnoteIds = footnoteIdsOf(row);
  return {
    filing,
    anchor,
    address: `${filing.filingId}#${anchor}`,
    table,
    kind: row.kind,
    n,
    securityTitle,
    classKey: classKey(securityTitle),
    tradeDate,
    tradeDay: tradeDate === null ? null : dayNumber(tradeDate),
    tradeDateBasis: transactionDate !== null ? "transactionDate" : fallback !== null ? "periodOfReport" : null,
    deemedExecutionDate: of.date("deemedExecutionDate"),
    transactionFormType: of.text("transactionFormType"),
    code: of.upper("transactionCode"),
    equitySwapInvolved: of.flag("equitySwapInvolved"),
    timeliness: of.upper("transactionTimeliness"),
    shares: of.decimal("transactionShares"),
    totalValue: of.decimal("transactionTotalValue"),
    price: of.decimal("transactionPricePerShare"),
    acquiredDisposed: of.letter("transactionAcquiredDisposedCode", parseDirection),
    sharesAfter: of.decimal("sharesOwnedFollowingTransaction"),
    valueAfter: of.decimal("valueOwnedFollowingTransaction"),
    directOrIndirect: of.letter("directOrIndirectOwnership", parseForm),
    natureOfOwnership,
    natureKey: plainWords(natureOfOwnership),
    exercisePrice: of.decimal("conversionOrExercisePrice"),
    exerciseDate: of.date("exerciseDate"),
    expirationDate: of.date("expirationDate"),
    underlyingTitle: of.text("underlyingSecurityTitle"),
    underlyingShares: of.decimal("underlyingSecurityShares"),
    underlyingValue: of.decimal("underlyingSecurityValue"),
    footnoteIds,
    noteIds: eachOnce(footnoteIds),
  };
}

/** A letter that the form chooses from; another one is a problem, never a silent null. */
function letterAmong<T extends string>(allowed: readonly T[]): (text: string) => Parsed<T> {
  return (text) => {
    const upper = text.trim().toUpperCase();
    const found = allowed.find((letter) => letter === upper);
    return found === undefined
      ? problem("letter-unknown", `“${text}” is none of ${allowed.join(", ")}.`, text)
      : parsed(found);
  };
}

const parseDirection = letterAmong(["A", "D"]);
const parseForm = letterAmong(["D", "I"]);

function footnoteIdsOf(row: OwnershipRow): FiledRow["footnoteIds"] {
  let ids: Partial<Record<LeafName, readonly string[]>> | null = null;
  for (const leaf of LEAF_NAMES) {
    const on = row[leaf]?.footnoteIds;
    if (on === undefined || on.length === 0) continue;
    ids ??= {};
    ids[leaf] = on;
  }
  return ids ?? NO_FIELDS;
}

const NO_FIELDS: FiledRow["footnoteIds"] = Object.freeze({});

function eachOnce(footnoteIds: FiledRow["footnoteIds"]): readonly string[] {
  if (footnoteIds === NO_FIELDS) return NO_IDS;
  const each = Object.values(footnoteIds);
  const [only] = each;
  return only !== undefined && each.length === 1 && only.length === 1 ? only : [...new Set(each.flat())];
}

const NO_IDS: readonly string[] = [];
