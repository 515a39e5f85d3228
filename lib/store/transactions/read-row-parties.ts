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
