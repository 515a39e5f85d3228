import { type BookedRow, inForce } from "../book/booked";
import type { EpisodeEntry, IssuerBook } from "../book/issuer-book";
import { isoOf } from "../market/calendar";
import type { Line } from "../market/filer";
import { ownerKey } from "../market/filer";
import { round } from "../market/quantities";
import type { EpisodeTruth } from "./truth";

/** What an episode amounts to, from the rows that its story wrote. */
export function episodeTruth(cik: string, entry: EpisodeEntry, book: IssuerBook, leaving: LeavingRows): EpisodeTruth {
  const [first] = entry.exercised;
  if (first === undefined) throw new RangeError("An episode needs an exercise.");
  const exercised = sharesOf(entry.exercised);
  const withheld = sharesOf(entry.withheld);
  const returned = sharesOf(entry.returned);
  const sold = sharesOf(entry.sold);
  const cost = costOf(entry);
  const proceeds = round(entry.sold.reduce((sum, row) => sum + row.shares * (row.price ?? 0), 0));
  const matchedShares = Math.min(exercised, sold);
  const matchedProceeds = sold === 0 ? 0 : round((proceeds / sold) * matchedShares);
  return {
    key: [cik, ownerKey(first.filing.filer.owners), first.line.title, isoOf(first.day)].join("|"),
    type: entry.type,
    class: classOf(exercised, withheld, returned, sold),
    exercised,
    withheld,
    returned,
    sold,
    cost,
    proceeds,
    matchedShares,
    matchedProceeds,
    spread: round(matchedProceeds - (cost * matchedShares) / exercised),
    retention0: retention(first, exercised, 0, leaving),
    ...later(first, exercised, book, leaving),
  };
}

function later(first: BookedRow, exercised: number, book: IssuerBook, leaving: LeavingRows) {
  const whole = (days: number) =>
    !book.splits.some((split) => split.day >= first.day && split.day <= first.day + days + 1);
  return {
    ...(whole(30) ? { retention30: retention(first, exercised, 30, leaving) } : {}),
    ...(whole(365) ? { retention365: retention(first, exercised, 365, leaving) } : {}),
  };
}

/** Strikes are those of the day: a later split changes the grant's terms, not what was paid. Units cost nothing. */
function costOf({ exercised, derivatives }: EpisodeEntry): number {
  const paid = exercised.map((row, i) =>
    derivatives[i]?.line.grant?.kind === "option" ? row.shares * (row.price ?? 0) : 0,
  );
  return round(paid.reduce((sum, dollars) => sum + dollars, 0));
}

function classOf(exercised: number, withheld: number, returned: number, sold: number): EpisodeTruth["class"] {
  if (sold > 0) return "sale";
  if (returned >= exercised) return "cash settlement";
  return withheld + returned > 0 ? "stock-funded hold" : "cash hold";
}

/** Rows in force by which shares left a line with code F, D or S. */
export type LeavingRows = ReadonlyMap<Line, readonly BookedRow[]>;

export function leavingRows(rows: readonly BookedRow[]): LeavingRows {
  const byLine = new Map<Line, BookedRow[]>();
  for (const row of rows) {
    const leaves = row.direction === "D" && (row.code === "F" || row.code === "D" || row.code === "S");
    if (!leaves || inForce(row) !== row) continue;
    const known = byLine.get(row.line);
    if (known === undefined) byLine.set(row.line, [row]);
    else known.push(row);
  }
  return byLine;
}

/** 1 − min(E, what left the same line by F, D and S within k days) / E. */
function retention(first: BookedRow, exercised: number, days: number, leaving: LeavingRows): number {
  const left = (leaving.get(first.line) ?? []).filter((row) => row.day >= first.day && row.day <= first.day + days);
  return 1 - Math.min(exercised, sharesOf(left)) / exercised;
}

function sharesOf(rows: readonly BookedRow[]): number {
  return round(rows.reduce((sum, row) => sum + row.shares, 0));
}
