import type { Database } from "@/lib/store/client";

/** The owners of filings, in filed order. */
export async function ownersOfFilings(db: Database, filingIds: readonly string[]) {
  return db.filingOwner.findMany({
    where: { filingId: { in: [...new Set(filingIds)] } },
    orderBy: [{ filingId: "asc" }, { position: "asc" }],
  });
}

/** The flags of the rows of filings. */
export async function flagsOfFilings(db: Database, filingIds: readonly string[]) {
  return db.rowFlag.findMany({
    where: { filingId: { in: [...new Set(filingIds)] } },
    orderBy: [{ filingId: "asc" }, { anchor: "asc" }, { flag: "asc" }],
  });
}

/** The symbol that each filing names, as filed. */
export async function symbolsOfFilings(
  db: Database,
  filingIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (filingIds.length === 0) return new Map();
  const filings = await db.filing.findMany({
    select: { id: true, tradingSymbol: true },
    where: { id: { in: [...new Set(filingIds)] } },
  });
  return new Map(filings.map(({ id, tradingSymbol }) => [id, tradingSymbol]));
}

/** Issuer and owners that each filing names, the owners in filed order. */
export async function partiesOfFilings(db: Database, filingIds: readonly string[]) {
  if (filingIds.length === 0) return [];
  return db.filing.findMany({
    select: {
      id: true,
      issuerCik: true,
      issuerName: true,
      tradingSymbol: true,
      owners: { select: { ownerCik: true, name: true }, orderBy: { position: "asc" } },
    },
    where: { id: { in: [...new Set(filingIds)] } },
  });
}
