import type { Store } from "@/lib/store/client";
import { readInsider, readIssuer } from "@/lib/store/read-parties";

/** Whether a filing of this ledger names an issuer. */
export async function hasIssuer(store: Store, cik: string): Promise<boolean> {
  return (await readIssuer(store.db, cik)) !== null;
}

/** Whether a filing of this ledger names a reporting owner. */
export async function hasInsider(store: Store, cik: string): Promise<boolean> {
  return (await readInsider(store.db, cik)) !== null;
}
