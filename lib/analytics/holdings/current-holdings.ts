import { classKey, plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { compareText, groupBy } from "@/lib/analytics/rows/filing-order";
import { sumOrNull } from "@/lib/analytics/sums";
import type { BalanceLine } from "./balance-lines";

/** What a line holds at its latest report. */
export interface CurrentHolding {
  line: BalanceLine;
  /** Shares or dollars (`line.unit`); null when the last row reports no balance. */
  balance: number | null;
  /** The day that the balance speaks of. */
  date: string | null;
  rows: readonly FiledRow[];
  /** An older line of the same description under another owner set, which a later report replaces. */
  replacedBy: string | null;
}

/** One class of stock in one hand: direct and indirect apart, never added to another class. */
export interface ClassHolding {
  classKey: string;
  securityTitle: string | null;
  direct: number | null;
  indirect: number | null;
  /** Indirect shares by nature of ownership, as filed. */
  byNature: readonly { nature: string | null; shares: number | null; holdings: readonly CurrentHolding[] }[];
  holdings: readonly CurrentHolding[];
}

/** The latest balance of every line. */
export function currentHoldings(lines: readonly BalanceLine[]): CurrentHolding[] {
  return lines.map((line) => ({
    line,
    balance: line.closing?.balance ?? null,
    date: line.closing?.date ?? line.points.at(-1)?.date ?? null,
    rows: line.closing?.rows ?? line.points.slice(-1).map((point) => point.row),
    replacedBy: null,
  }));
}

/**
 * The lines of one person (by CIK): every line whose owner set has that person. A person who files alone and jointly reports
 * one holding under two owner sets: the later report counts, the older is kept and marked.
 */
export function holdingsOfPerson(lines: readonly BalanceLine[], cik: string): CurrentHolding[] {
  const own = currentHoldings(lines).filter((holding) => holding.line.ownerKey.split(",").includes(cik));
  const groups = groupBy(own, (holding) => sameHolding(holding.line));
  return [...groups.values()].flatMap(latestOwnerSet);
}

function sameHolding(line: BalanceLine): string {
  const { issuerCik, table, unit, directOrIndirect, notes, grant } = line;
  const held = `${issuerCik} ${table} ${unit} ${directOrIndirect} ${grant?.exercisePrice} ${grant?.expirationDate}`;
  // Neither titles nor natures nor notes have line breaks here.
  const words = `${classKey(line.securityTitle)}\n${plainWords(line.natureOfOwnership)}`;
  return notes.length === 0 ? `${held}\n${words}` : `${held}\n${words}\n${notes.join("\n")}`;
}

function latestOwnerSet(holdings: readonly CurrentHolding[]): CurrentHolding[] {
  const latest = [...holdings].sort(
    (a, b) =>
      compareText(b.date ?? "", a.date ?? "") ||
      compareText(knownOf(b), knownOf(a)) ||
      compareText(a.line.key, b.line.key),
  )[0];
  return holdings.map((holding) => ({
    ...holding,
    replacedBy: latest === undefined || holding.line.ownerKey === latest.line.ownerKey ? null : latest.line.key,
  }));
}

function knownOf(holding: CurrentHolding): string {
  return holding.rows[0]?.filing.knownAt ?? "";
}

/** Shares by class from Table I lines in shares, direct and indirect by nature. Unknown parts make an unknown whole. */
export function holdingsByClass(holdings: readonly CurrentHolding[]): ClassHolding[] {
  const counted = holdings.filter(
    ({ line, replacedBy }) => line.table === "I" && line.unit === "shares" && replacedBy === null,
  );
  const classes = groupBy(counted, ({ line }) => JSON.stringify([line.issuerCik, classKey(line.securityTitle)]));
  return [...classes.values()].map((of) => {
    const [indirect, direct] = [true, false].map((is) =>
      of.filter(({ line }) => (line.directOrIndirect === "I") === is),
    );
    const natures = groupBy(indirect ?? [], ({ line }) => plainWords(line.natureOfOwnership));
    return {
      classKey: classKey(of[0]?.line.securityTitle ?? null),
      securityTitle: of[0]?.line.securityTitle ?? null,
      direct: sharesOf(direct ?? []),
      indirect: sharesOf(indirect ?? []),
      byNature: [...natures.values()].map((part) => ({
        nature: part[0]?.line.natureOfOwnership ?? null,
        shares: sharesOf(part),
        holdings: part,
      })),
      holdings: of,
    };
  });
}

function sharesOf(holdings: readonly CurrentHolding[]): number | null {
  return sumOrNull(holdings.map(({ line, balance }) => (isOfWholeGroup(line) ? null : balance)));
}

/** What the members of a group each hold “directly”, in rows that the form gives to none of them: no member's own balance. */
export function isOfWholeGroup(line: BalanceLine): boolean {
  return line.directOrIndirect === "D" && line.ownerKey.includes(",") && line.marks.includes("indistinct");
}
