import { derivingRules } from "@/lib/services/refresh/deriving-rules";
import { type FailureRecord, type LedgerStatus, readFailures, readStatus } from "@/lib/store/care/read-status";
import type { Store } from "@/lib/store/client";
import { isIngesting } from "@/lib/store/writing/ingest-lock";
import { openConnection } from "@/lib/store/writing/open-connection";
import { outdatedIssuers } from "@/lib/store/writing/write-state";

export interface StatusView extends LedgerStatus {
  /** The database, without a password. */
  database: string;
  /** Whether an ingest is under way now. */
  ingesting: boolean;
  failures: LedgerStatus["failures"];
  /** Issuers whose stored results follow other rules than this program's. */
  outdatedIssuers: number;
  failedDocuments: FailureRecord[];
}

/** What is stored: filings by form and quarter, sources, failures, size, data version, last ingest. */
export async function getStatus({ target }: Pick<Store, "target">): Promise<StatusView> {
  const connection = await openConnection(target, { readOnly: true });
  try {
    const status = await readStatus(connection);
    return {
      database: target.display,
      ingesting: await isIngesting(target),
      ...status,
      outdatedIssuers: (await outdatedIssuers(connection, derivingRules())).length,
      failedDocuments: await readFailures(connection),
    };
  } finally {
    await connection.close();
  }
}
