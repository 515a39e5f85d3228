import { readIncludedShares } from "@/lib/analytics/footnotes/balance-notes/included-shares";
import { readOwnershipTransfers } from "@/lib/analytics/footnotes/balance-notes/ownership-transfers";
import { sentencesOf } from "@/lib/analytics/footnotes/sentences";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";
import { stableSum } from "@/lib/analytics/sums";

/**
 * The note that gives a residual's very number, exactly as filed, or null: one on the row that counts shares up to it, else one
 * on the row, else any of the filing that names it. A number that stands in a column of the form (“the remaining 1,500 shares
 * will vest”, beside a balance of 1,500) is that column's.
 */
export function notedNumber(row: FiledRow, residual: number): string | null {
  const amount = Math.abs(residual);
  const { filing } = row;
  const onRow = footnoteIdsOfRow(row).map((id) => filing.footnotes.get(id) ?? "");
  const counting = onRow.find((text) => countsTo(text, amount));
  if (counting !== undefined) return counting;
  if (standsInColumn(filing, amount)) return null;
  return onRow.find((text) => names(text, amount)) ?? elsewhere(filing, amount);
}

function standsInColumn(filing: FilingFacts, amount: number): boolean {
  let numbers = IN_COLUMNS.get(filing);
  if (numbers === undefined) {
    numbers = new Set(filing.rows.flatMap((row) => [row.shares, row.sharesAfter, row.underlyingShares]));
    IN_COLUMNS.set(filing, numbers);
  }
  return numbers.has(amount);
}

/** The numbers in a filing's columns of shares; read once a filing, as each of its gaps asks. */
const IN_COLUMNS = new WeakMap<FilingFacts, ReadonlySet<number | null>>();

/**
 * The note that says that the balance takes in (or loses) shares, without giving just this number: on the balance, in the
 * remarks of the balance column, or on title or shares where it counts shares that came or were moved. Exactly as filed, or null.
 */
export function balanceNote(row: FiledRow): string | null {
  const onBalance = notesOf(row, ["sharesOwnedFollowingTransaction"]).find((text) => INCLUDES.test(text));
  const onShares = notesOf(row, ["securityTitle", "transactionShares"]).find(
    (text) => readIncludedShares(text).length > 0 || readOwnershipTransfers(text).length > 0,
  );
  return onBalance ?? onShares ?? remarkOnBalance(row.filing.remarks);
}

/** Shares that the note says the balance includes, or that it says moved: one by one, or together. */
function countsTo(text: string, amount: number): boolean {
  const counts = [
    ...readIncludedShares(text).map((included) => included.shares),
    ...readOwnershipTransfers(text).flatMap((transfer) => transfer.shares ?? []),
  ];
  return counts.length > 0 && [...counts, stableSum(counts)].some((count) => isSame(count, amount));
}

const INCLUDES =
  /\binclud|\breflects?\b|\badjust|dividend (?:re)?invest|dividend equivalent|reinvest|employee stock purchase|\bespp\b|401\s?\(?k|\bplan\b.{0,60}\bacquir|acquir.{0,80}\bplan\b|previously reported|inadvertent|correct|exempt|transfer|distribut|contribut|forfeit|domestic relations/i;

function notesOf(
  row: FiledRow,
  fields: readonly ("sharesOwnedFollowingTransaction" | "securityTitle" | "transactionShares")[],
): string[] {
  const ids = fields.flatMap((field) => row.footnoteIds[field] ?? []);
  return ids.map((id) => row.filing.footnotes.get(id) ?? "");
}

/** The sentence of the remarks that says of the balance column what it takes in, exactly as filed. */
function remarkOnBalance(remarks: string | null): string | null {
  if (remarks === null || !COLUMN.test(remarks)) return null;
  const found = sentencesOf(remarks)
    .map(({ start, end }) => remarks.slice(start, end))
    .find((words) => COLUMN.test(words) && INCLUDES.test(words));
  return found ?? null;
}

const COLUMN =
  /\b(?:(?:securities|shares|amounts?)\s+(?:of\s+securities\s+)?(?:beneficially\s+)?owned\s+following|column\s+(?:5|five)|(?:reported|total|aggregate)\s+(?:balance|holdings?))\b/i;

/** Below this a number turns up in a text by chance. */
const TELLING = 20;

function elsewhere(filing: FilingFacts, amount: number): string | null {
  if (amount < TELLING) return null;
  return [...filing.footnotes.values(), filing.remarks ?? ""].find((text) => names(text, amount)) ?? null;
}

function names(text: string, amount: number): boolean {
  const numbers = text.matchAll(/(?<![\d.$/-])\d[\d,]*(?:\.\d+)?(?![\w/-])/g);
  return [...numbers].some((match) => isSame(Number(match[0].replaceAll(",", "")), amount));
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) < 1;
}
