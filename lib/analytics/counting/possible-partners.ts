import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { nameTokens, type OwnerRelations, wordTokens } from "./owner-relations";

/** In groups of so few rows every row is a possible partner of every other. */
const FEW = 24;

/**
 * Which of many equal rows a row could be related to: those that share an owner, an owner who files with one, a balance, or a
 * name. A superset of the related ones, found by look-up, so that thousands of equal rows aren't compared all with all.
 */
export class PossiblePartners {
  readonly #rows: readonly FiledRow[];
  readonly #relations: OwnerRelations;
  readonly #again = new Map<string, number[]>();
  readonly #byOwner = new Index();
  readonly #byBalance = new Index();
  readonly #byName = new Index();
  readonly #byWord = new Index();

  constructor(rows: readonly FiledRow[], relations: OwnerRelations) {
    this.#rows = rows;
    this.#relations = relations;
    if (rows.length <= FEW) return;
    for (const [at, row] of rows.entries()) this.#enter(at, row);
    for (const [at, row] of rows.entries()) {
      for (const word of wordTokens(row)) if (this.#byName.has(word)) this.#byWord.add(word, row, at);
    }
  }

  #enter(at: number, row: FiledRow): void {
    const again = againKey(row);
    const same = this.#again.get(again);
    if (same === undefined) this.#again.set(again, [at]);
    else same.push(at);
    for (const owner of row.filing.owners) {
      this.#byOwner.add(owner.cik, row, at);
      for (const token of nameTokens(owner)) this.#byName.add(token, row, at);
    }
    if (row.directOrIndirect === "I") this.#byBalance.add(String(row.sharesAfter), row, at);
  }

  /** Places of the possible partners of the row at a place, each once or more. */
  *of(at: number): Iterable<number> {
    if (this.#rows.length <= FEW) {
      yield* this.#rows.keys();
      return;
    }
    const row = this.#rows[at] as FiledRow;
    yield* this.#again.get(againKey(row)) ?? [];
    if (row.directOrIndirect === "I") yield* this.#byBalance.besides(String(row.sharesAfter), row);
    for (const owner of row.filing.owners) {
      for (const cik of this.#relations.filersWith(owner.cik)) yield* this.#byOwner.besides(cik, row);
      for (const token of nameTokens(owner)) yield* this.#byWord.besides(token, row);
    }
    for (const word of wordTokens(row)) yield* this.#byName.besides(word, row);
  }
}

/** What two rows of the same owners share when one was filed again. */
function againKey(row: FiledRow): string {
  return `${row.filing.ownerKey} ${row.sharesAfter} ${row.directOrIndirect}`;
}

/** Places of rows by a key, apart by owner set: rows of the same owners are related in one way only. */
class Index {
  readonly #places = new Map<string, Map<string, number[]>>();

  has(key: string): boolean {
    return this.#places.has(key);
  }

  add(key: string, row: FiledRow, at: number): void {
    const owners = this.#places.get(key) ?? new Map<string, number[]>();
    if (owners.size === 0) this.#places.set(key, owners);
    const places = owners.get(row.filing.ownerKey);
    if (places === undefined) owners.set(row.filing.ownerKey, [at]);
    else places.push(at);
  }

  *besides(key: string, { filing }: FiledRow): Iterable<number> {
    for (const [ownerKey, places] of this.#places.get(key) ?? []) if (ownerKey !== filing.ownerKey) yield* places;
  }
}
