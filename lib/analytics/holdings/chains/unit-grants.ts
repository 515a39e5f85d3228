import { noteWords } from "@/lib/analytics/holdings/line-keys";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { roundTo } from "@/lib/analytics/sums";
import { signedChange } from "./segment-order";

/** Rows of one grant of units, in the order given. */
export interface UnitGrant {
  rows: FiledRow[];
  /** Vesting notes of its first row. */
  words: string;
}

interface OpenGrant extends UnitGrant {
  end: number | null;
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
  const grants: OpenGrant[] = [];
  for (const row of rows) {
    const words = noteWords(row).join("\n");
    const change = signedChange(row);
    const before = row.sharesAfter === null || change === null ? null : roundTo(row.sharesAfter - change, 6);
    const grant = grantFor(row, words, before, grants) ?? begin(grants, words);
    grant.rows.push(row);
    grant.end = row.sharesAfter ?? grant.end;
  }
  return grants;
}

function begin(grants: OpenGrant[], words: string): OpenGrant {
  const grant = { rows: [], words, end: null };
  grants.push(grant);
  return grant;
}

function grantFor(row: FiledRow, words: string, before: number | null, grants: readonly OpenGrant[]): OpenGrant | null {
  const free = grants.filter((grant) => !isHeldTwice(grant, row));
  const going = before === null ? [] : free.filter((grant) => grant.end === before && before !== 0);
  if (going.length > 0) return going.find((grant) => grant.words === words) ?? going[0] ?? null;
  if (before === 0 && row.kind === "transaction" && row.acquiredDisposed === "A") return null;
  // Two rows of one form that don't chain are two grants, whatever their notes.
  const others = free.filter((grant) => grant.rows.at(-1)?.filing !== row.filing);
  const noted = others.filter((grant) => grant.words === words && grant.end !== 0);
  if (noted.length === 1) return noted[0] ?? null;
  const [only] = others;
  return grants.length === 1 && only !== undefined && (words === "" || only.words === "") ? only : null;
}

/** A form lists each holding once: a second holding is another grant. */
function isHeldTwice(grant: OpenGrant, row: FiledRow): boolean {
  const last = grant.rows.at(-1);
  return row.kind === "holding" && last !== undefined && last.filing === row.filing && last.kind === "holding";
}
