import { placeholders } from "./bulk-insert";
import type { Database } from "./client";
import type { Provider } from "./database-url";

export interface OwnerFiling {
  ownerCik: string;
  name: string | null;
  filingId: string;
  knownAt: string | null;
}

/** Every filing of these owners, at all issuers, with the name that it gives them. */
export async function filingsOfOwners(
  db: Database,
  provider: Provider,
  ciks: readonly string[],
): Promise<OwnerFiling[]> {
  if (ciks.length === 0) return [];
  return db.$queryRawUnsafe<OwnerFiling[]>(
    `SELECT o."ownerCik", o."name", o."filingId", f."knownAt" FROM "FilingOwner" o
     JOIN "Filing" f ON f."id" = o."filingId" WHERE o."ownerCik" IN (${placeholders(provider, ciks.length)})`,
    ...ciks,
  );
}
