import type { ErrorRecord } from "@/lib/errors";
import type { Database } from "./client";

export interface Failure extends ErrorRecord {
  /** Path or archive entry. */
  source: string;
}

/** Records a document that could not be stored; the same source failing again replaces the earlier record. */
export async function recordFailure(db: Database, failure: Failure, failedAt: string): Promise<void> {
  const { source, code, message, line, column, advice } = failure;
  const fields = { code, message, line, column, advice, failedAt };
  await db.failedDocument.upsert({ where: { source }, create: { source, ...fields }, update: fields });
}

/** Forgets the failures of sources that have been read since. */
export async function clearFailures(db: Database, sources: readonly string[]): Promise<void> {
  await db.failedDocument.deleteMany({ where: { source: { in: [...sources] } } });
}
