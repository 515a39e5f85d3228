import type { Database } from "../client";

export type PeriodKind = "dataset" | "day";
export type PeriodStatus = "done" | "failed" | "absent";

/** What was read of a quarterly data set or a daily index. */
export interface PeriodState {
  kind: PeriodKind;
  /** `2006q1` or `2026-11-20`. */
  period: string;
  status: PeriodStatus;
  listed: number;
  failed: number;
  code: string | null;
  message: string | null;
}

/** Keeps how the reading of a period went, in place of what was known of it. `checkedAt`: UTC in ISO 8601. */
export async function recordPeriod(db: Database, state: PeriodState, checkedAt: string): Promise<void> {
  const { kind, period, ...fields } = state;
  await db.edgarPeriod.upsert({
    where: { kind_period: { kind, period } },
    create: { kind, period, ...fields, checkedAt },
    update: { ...fields, checkedAt },
  });
}

/** The periods of a kind between two, both included, by period. */
export async function readPeriods(
  db: Database,
  kind: PeriodKind,
  from: string,
  to: string,
): Promise<Map<string, PeriodState>> {
  const rows = await db.edgarPeriod.findMany({ where: { kind, period: { gte: from, lte: to } } });
  return new Map(rows.map((row) => [row.period, { ...row, kind, status: statusOf(row.status) }]));
}

function statusOf(text: string): PeriodStatus {
  return text === "done" || text === "absent" ? text : "failed";
}

/** How far a feed was read, as `writeCursor` kept it; null where it never was. */
export async function readCursor(db: Database, name: string): Promise<string | null> {
  return (await db.edgarCursor.findUnique({ where: { name } }))?.value ?? null;
}

/** Keeps how far a feed was read, under its name. */
export async function writeCursor(db: Database, name: string, value: string, updatedAt: string): Promise<void> {
  await db.edgarCursor.upsert({ where: { name }, create: { name, value, updatedAt }, update: { value, updatedAt } });
}
