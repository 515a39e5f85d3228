import { noteWords } from "@/lib/analytics/holdings/line-keys";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo } from "@/lib/analytics/sums";
import { PlacesByKey } from "./places-by-key";
import { signedChange } from "./segment-order";

/** Rows of one grant of units, in the order given. */
export interface UnitGrant {
  rows: FiledRow[];
  /** Vesting notes of its first row. */
  words: string;
}

/** Units have no strike and no expiry: nothing in the key tells one grant from the next. */
export function isUnitRow(row: FiledRow): boolean {
  return row.table === "II" && row.expirationDate === null && (row.exercisePrice === null || row.exercisePrice <= 0.01);
}

/**
 * Tells the grants of units under one description apart (domain §6: a derivative balance belongs to its grant line). A row goes
 * on where a grant's balance ended, of several the one with its vesting note; an award from 0 begins a grant; else the vesting
 * note decides; else the only grant there is, unless both have notes and they differ. `rows` in time order.
 */
export function unitGrants(rows: readonly FiledRow[]): UnitGrant[] {
  const grants = new OpenGrants();
  for (const row of rows) grants.add(row, noteWords(row).join("\n"));
  return grants.all;
}

/** Grants in the order in which they began, found by the balance that they ended on and by their note. */
class OpenGrants {
  readonly all: UnitGrant[] = [];
  /** Where each ended; null: its rows report no balance. */
  readonly #ends: (number | null)[] = [];
  readonly #byEnd = new PlacesByKey<number>();
  readonly #byEndAndWords = new PlacesByKey<string>();
  /** Of those that have not ended on 0. */
  readonly #byWords = new PlacesByKey<string>();

  add(row: FiledRow, words: string): void {
    const change = signedChange(row);
    const before = row.sharesAfter === null || change === null ? null : roundTo(row.sharesAfter - change, 6);
    const place = this.#placeFor(row, words, before) ?? this.#begin(words);
    this.all[place]?.rows.push(row);
    if (row.sharesAfter !== null) this.#end(place, row.sharesAfter);
  }

  #begin(words: string): number {
    const place = this.all.push({ rows: [], words }) - 1;
    this.#ends.push(null);
    this.#byWords.add(words, place);
    return place;
  }

  #placeFor(row: FiledRow, words: string, before: number | null): number | null {
    const going = before === null || before === 0 ? null : this.#goingOnFrom(row, words, before);
    if (going !== null) return going;
    if (before === 0 && row.kind === "transaction" && row.acquiredDisposed === "A") return null;
    // Two rows of one form that don't chain are two grants, whatever their notes.
    const isOther = (place: number) => this.all[place]?.rows.at(-1)?.filing !== row.filing;
    const noted = firstTwo(this.#byWords.of(words), isOther);
    if (noted.length === 1) return noted[0] ?? null;
    const [only] = this.all;
    if (only === undefined || this.all.length > 1 || !isOther(0)) return null;
    return words === "" || only.words === "" ? 0 : null;
  }

  #goingOnFrom(row: FiledRow, words: string, before: number): number | null {
    const isFree = (place: number) => !isHeldTwice(this.all[place], row);
    const noted = this.#byEndAndWords.of(`${before} ${words}`).find(isFree);
    return noted ?? this.#byEnd.of(before).find(isFree) ?? null;
  }

  /** The grant ends on another balance. */
  #end(place: number, balance: number): void {
    const ended = this.#ends[place] ?? null;
    if (ended === balance) return;
    const words = this.all[place]?.words ?? "";
    if (ended !== null) {
      this.#byEnd.remove(ended, place);
      this.#byEndAndWords.remove(`${ended} ${words}`, place);
    }
    if (ended === 0) this.#byWords.add(words, place);
    if (balance === 0) this.#byWords.remove(words, place);
    this.#byEnd.add(balance, place);
    this.#byEndAndWords.add(`${balance} ${words}`, place);
    this.#ends[place] = balance;
  }
}

/** The first two places that pass: one alone decides, two don't. */
function firstTwo(places: readonly number[], passes: (place: number) => boolean): number[] {
  const found: number[] = [];
  for (const place of places) {
    if (passes(place) && found.push(place) === 2) break;
  }
  return found;
}

/** A form lists each holding once: a second holding is another grant. */
function isHeldTwice(grant: UnitGrant | undefined, row: FiledRow): boolean {
  const last = grant?.rows.at(-1);
  return row.kind === "holding" && last !== undefined && last.filing === row.filing && last.kind === "holding";
}
