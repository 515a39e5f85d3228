import type { Database } from "@/lib/store/client";
import { type BoardLimits, days, issuerIs, knownBy } from "./read-boards";

/** Short-swing matches, those with the last trade first. */
export async function readShortSwings(db: Database, limits: BoardLimits & { profit?: number }) {
  return db.shortSwing.findMany({
    where: {
      ...issuerIs(limits),
      ...(limits.profit === undefined ? {} : { profit: { gte: limits.profit } }),
      ...knownBy(limits),
      date: days(limits),
    },
    orderBy: [{ date: "desc" }, { issuerCik: "asc" }, { swingKey: "asc" }],
    take: limits.limit,
  });
}

/**
 * Issuers with short-swing matches nearest to the end of a day: those whose last trade came before it, and those that had a
 * pair by then and more since, by turns. What they came to on that day is for the measure to say.
 */
export async function swingIssuersNear(
  db: Database,
  { day, instant }: NonNullable<BoardLimits["until"]>,
  limit: number,
): Promise<string[]> {
  const known = { knownAt: { lte: instant } };
  const [ended, running] = await Promise.all([
    db.shortSwing.findMany({
      select: { issuerCik: true },
      where: { ...known, date: { lte: day } },
      orderBy: [{ date: "desc" }, { issuerCik: "asc" }],
      take: limit * SWINGS_AN_ISSUER,
    }),
    db.shortSwing.findMany({
      select: { issuerCik: true },
      where: { ...known, date: { gt: day } },
      orderBy: [{ date: "asc" }, { issuerCik: "asc" }],
      take: limit * SWINGS_AN_ISSUER,
    }),
  ]);
  const turns = ended.length > running.length ? ended : running;
  const ciks = turns.flatMap((_, n) => [ended[n], running[n]].flatMap((one) => one?.issuerCik ?? []));
  return [...new Set(ciks)].slice(0, limit);
}

/** Matches of one issuer that are allowed for on the way to the next issuer. */
const SWINGS_AN_ISSUER = 10;

/** Steps that don't add up, of some explanations, the last first; those whose row has no date stand on the issuer's page alone. */
export async function readResiduals(
  db: Database,
  limits: BoardLimits & { explanations: readonly string[]; shares?: number },
) {
  const { shares } = limits;
  // One explanation after the other: each lies together in the index, in the order of dates.
  const each = await Promise.all(
    limits.explanations.map((explanation) =>
      db.residual.findMany({
        where: {
          ...issuerIs(limits),
          explanation,
          ...(shares === undefined ? {} : { OR: [{ residual: { gte: shares } }, { residual: { lte: -shares } }] }),
          ...knownBy(limits),
          date: { not: null, ...days(limits) },
        },
        orderBy: [{ date: "desc" }, { issuerCik: "asc" }, { lineKey: "asc" }, { toRow: "asc" }],
        take: limits.limit,
      }),
    ),
  );
  return each.flat().sort(latestResidualFirst).slice(0, limits.limit);
}

interface Placed {
  date: string | null;
  issuerCik: string;
  lineKey: string;
  toRow: string;
}

/** The order of the board. */
export function latestResidualFirst(a: Placed, b: Placed): number {
  const place = ({ issuerCik, lineKey, toRow }: Placed) => `${issuerCik} ${lineKey} ${toRow}`;
  if (a.date !== b.date) return (a.date ?? "") < (b.date ?? "") ? 1 : -1;
  return place(a) < place(b) ? -1 : 1;
}

/** Whether some issuer's results were stored before the program kept all that it keeps now. */
export async function hasUnderivedIssuers(db: Database): Promise<boolean> {
  const found = await db.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM "Issuer" i WHERE NOT EXISTS (SELECT 1 FROM "DerivedIssuer" d WHERE d."issuerCik" = i."cik") LIMIT 1`,
  );
  return found.length > 0;
}
