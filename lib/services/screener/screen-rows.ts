import { TRANSACTION_CLASSES, type TransactionClass } from "@/lib/ownership/codes";
import type { FilingSummary, PlanStatusView, RowFlagView } from "@/lib/services/views";
import type { Store } from "@/lib/store/client";
import { flagsOfFilings, ownersOfFilings } from "@/lib/store/transactions/read-row-parties";
import type { StoredTransaction } from "@/lib/store/transactions/read-transactions";
import type { ScreenRow } from "./screener-view";

/** Stored rows with their owners and flags, in the same order. */
export async function screenRows(store: Store, rows: readonly StoredTransaction[]): Promise<ScreenRow[]> {
  const ids = rows.map((row) => row.filingId);
  const [owners, flags] = await Promise.all([ownersOfFilings(store.db, ids), flagsOfFilings(store.db, ids)]);
  return rows.map((row) => ({
    ...screenRow(row),
    owners: owners.filter((owner) => owner.filingId === row.filingId).map(ownerView),
    flags: [
      ...flags
        .filter((flag) => flag.filingId === row.filingId && flag.anchor === row.anchor)
        .map((flag): RowFlagView => ({ code: flag.flag, words: flag.reason, outOfTotals: flag.leavesTotals })),
      ...ownFlags(row),
    ],
  }));
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
