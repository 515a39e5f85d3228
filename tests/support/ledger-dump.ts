import { readCatalog } from "@/lib/store/care/catalog";
import type { Store } from "@/lib/store/client";
import { openConnection } from "@/lib/store/writing/open-connection";

/** What runs leave of themselves: the filings don't determine it. */
const OF_RUNS = new Set(["IngestRun", "LedgerState", "FailedDocument", "EdgarCursor", "EdgarFiling", "EdgarPeriod"]);

/** Everything that the filings determine, as sorted text: two equal dumps are two equal ledgers. */
export async function dumpLedger(store: Pick<Store, "target">): Promise<Record<string, string[]>> {
  const connection = await openConnection(store.target, { readOnly: true });
  try {
    const dump: Record<string, string[]> = {};
    for (const { name } of await readCatalog(connection)) {
      if (OF_RUNS.has(name)) continue;
      const rows = await connection.all<Record<string, unknown>>(`SELECT * FROM "${name}"`);
      dump[name] = rows.map(asText).sort();
    }
    return dump;
  } finally {
    await connection.close();
  }
}

function asText(row: Record<string, unknown>): string {
  const plain = Object.entries(row).filter(([key]) => key !== "_metadata");
  return JSON.stringify(plain.map(([key, value]) => [key, value instanceof Uint8Array ? hex(value) : value]));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}

/** Removes all that is stored. */
export async function emptyLedger(store: Pick<Store, "target">): Promise<void> {
  const connection = await openConnection(store.target);
  await connection.transaction(async () => {
    for (const { name } of await readCatalog(connection)) await connection.run(`DELETE FROM "${name}"`);
  });
  await connection.close();
}
