import { TRANSACTION_CLASSES, type TransactionClass } from "@/lib/ownership/codes";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import type { PlanStatusView, RowFlagView } from "@/lib/services/views/shapes/row";
import type { Store } from "@/lib/store/client";
import { flagsOfFilings, ownersOfFilings } from "@/lib/store/transactions/read-row-parties";
import type { StoredTransaction } from "@/lib/store/transactions/stored-rows";
import { type FindingsAt, rowAt } from "./past/as-of-findings";
import type { ScreenRow } from "./screener-view";

/** Stored rows with their owners and flags, in the same order; `at`: as they stood at an earlier day. */
export async function screenRows(
  store: Store,
  stored: readonly StoredTransaction[],
  at: FindingsAt | null = null,
): Promise<ScreenRow[]> {
  const rows = at === null ? stored : stored.map((row) => rowAt(row, at));
  const ids = rows.map((row) => row.filingId);
  const [owners, flags] = await Promise.all([ownersOfFilings(store.db, ids), flagsOfFilings(store.db, ids)]);
  const ownersOf = grouped(owners, (owner) => owner.filingId);
  const flagsOf = grouped(flags, (flag) => `${flag.filingId}#${flag.anchor}`);
  return rows.map((row) => ({
    ...screenRow(row),
    owners: (ownersOf.get(row.filingId) ?? []).map(ownerView),
    flags: [
      ...(flagsAt(row, at) ?? (flagsOf.get(`${row.filingId}#${row.anchor}`) ?? []).map(flagView)),
      ...ownFlags(row),
    ],
  }));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function flagView(flag: { flag: string; reason: string; leavesTotals: boolean }): RowFlagView {
  return { code: flag.flag, words: flag.reason, outOfTotals: flag.leavesTotals };
}

/** The flags that a row had at the day, where its issuer was reckoned for it. */
function flagsAt(row: StoredTransaction, at: FindingsAt | null): RowFlagView[] | null {
  const found = at?.findings.get(row.issuerCik);
  if (found === undefined) return null;
  return found.flags.filter(({ address }) => address === `${row.filingId}#${row.anchor}`).map(flagView);
}

function screenRow(row: StoredTransaction): Omit<ScreenRow, "owners" | "flags"> {
  return {
    filingId: row.filingId,
    anchor: row.anchor,
    documentType: row.documentType,
    issuer: { cik: row.issuerCik, name: row.issuerName, symbol: row.tradingSymbol },
    table: row.tableNumber === 1 ? "I" : "II",
    securityTitle: row.securityTitle,
    tradeDate: row.tradeDate,
    tradeDateBasis: oneOf(row.tradeDateBasis, ["transactionDate", "periodOfReport"]),
    code: row.code,
    transactionClass: oneOf<TransactionClass>(row.transactionClass, TRANSACTION_CLASSES),
    acquiredDisposed: oneOf(row.acquiredDisposed, ["A", "D"]),
    contradictory: row.contradictory,
    shares: row.shares,
    price: row.price,
    value: row.value,
    sharesAfter: row.sharesAfter,
    valueAfter: row.valueAfter,
    directOrIndirect: oneOf(row.directOrIndirect, ["D", "I"]),
    natureOfOwnership: row.natureOfOwnership,
    filingDate: row.filingDate,
    knownAt: row.knownAt,
    knownAtBasis: oneOf(row.knownAtBasis, ["accepted", "filing-date", "signature-date"]),
    plan: planOf(row),
    deltaOwn: row.deltaOwn,
    supersededBy: row.supersededBy,
    supersededAt: row.supersededAt,
    supersededRule: row.supersededRule,
    lateness: row.lateness,
    businessDaysLate: row.businessDaysLate,
  };
}

function oneOf<T extends string>(text: string | null, allowed: readonly T[]): T | null {
  return allowed.find((one) => one === text) ?? null;
}

function planOf(row: StoredTransaction): PlanStatusView {
  return {
    planned: row.planned,
    basis: oneOf(row.planBasis, ["row footnote", "remarks", "filing checkbox"]),
    footnoteId: row.planFootnoteId,
    words: row.planWords,
    adoptionDates: [],
    reason: row.planned === null ? "the row on its filing says why" : null,
  };
}

/** The same words as on the other pages. */
function ownFlags(row: StoredTransaction): RowFlagView[] {
  const flags: RowFlagView[] = [];
  if (row.countedAs !== null) {
    const words = `The same event is counted at ${row.countedAs}: ${row.countedRule}.`;
    flags.push({ code: "counted elsewhere", words, outOfTotals: true });
  }
  if (row.contradictory) {
    const words = `Code ${row.code} with “${row.acquiredDisposed}”: code and direction contradict each other.`;
    flags.push({ code: "contradictory direction", words, outOfTotals: true });
  }
  return flags;
}

type OwnerRecord = Awaited<ReturnType<typeof ownersOfFilings>>[number];

function ownerView(owner: OwnerRecord): FilingSummary["owners"][number] {
  const roles: string[] = [];
  if (owner.isDirector) roles.push("director");
  if (owner.isOfficer) roles.push("officer");
  if (owner.isTenPercentOwner) roles.push("10% owner");
  if (owner.isOther) roles.push(owner.otherText ?? "other");
  return { cik: owner.ownerCik, name: owner.name, roles, officerTitle: owner.officerTitle };
}
