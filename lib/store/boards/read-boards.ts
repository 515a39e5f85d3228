import type { Database, Store } from "@/lib/store/client";
import { Statement } from "@/lib/store/transactions/row-conditions";

/** What every board can be narrowed by. */
export interface BoardLimits {
  issuerCik?: string;
  /** `YYYY-MM-DD`: nothing that was known before this day. */
  from?: string;
  /** Nothing that was not known by the end of a day: the day, and its end as an instant (UTC, ISO 8601). */
  until?: { day: string; instant: string };
  limit: number;
}

/** What could be known by the end of the day asked for. */
export const knownBy = ({ until }: BoardLimits) => (until === undefined ? {} : { knownAt: { lte: until.instant } });
/** From and until as bounds of a date. */
export const days = ({ from, until }: BoardLimits) => ({
  ...(from === undefined ? {} : { gte: from }),
  ...(until === undefined ? {} : { lte: until.day }),
});
/** From and until as bounds of an instant. */
const instants = ({ from, until }: BoardLimits) => ({
  ...(from === undefined ? {} : { gte: from }),
  ...(until === undefined ? {} : { lte: until.instant }),
});

/** Of the issuer asked for, if any is. */
export const issuerIs = ({ issuerCik }: BoardLimits) => (issuerCik === undefined ? {} : { issuerCik });

/** Clusters, the latest to become visible first. */
export async function readClusters(
  db: Database,
  limits: BoardLimits & { side?: string; persons?: number; value?: number },
) {
  return db.cluster.findMany({
    where: {
      ...issuerIs(limits),
      ...(limits.side === undefined ? {} : { side: limits.side }),
      ...(limits.persons === undefined ? {} : { personCount: { gte: Math.ceil(limits.persons) } }),
      ...(limits.value === undefined ? {} : { value: { gte: limits.value } }),
      visibleAt: { not: null, ...instants(limits) },
    },
    orderBy: [{ visibleAt: "desc" }, { issuerCik: "asc" }, { side: "asc" }],
    take: limits.limit,
  });
}

/** Exercise-and-sell episodes, the latest first. */
export async function readEpisodes(
  db: Database,
  limits: BoardLimits & { outcome?: string; type?: string; proceeds?: number },
) {
  return db.episode.findMany({
    where: {
      ...issuerIs(limits),
      ...(limits.outcome === undefined ? {} : { outcome: limits.outcome }),
      ...(limits.type === undefined ? {} : { type: limits.type }),
      ...(limits.proceeds === undefined ? {} : { proceeds: { gte: limits.proceeds } }),
      ...knownBy(limits),
      date: days(limits),
    },
    orderBy: [{ date: "desc" }, { issuerCik: "asc" }, { episodeKey: "asc" }],
    take: limits.limit,
  });
}

/** Plans, those whose first filing was known last first: newly trading. */
export async function readPlans(db: Database, limits: BoardLimits & { outcome?: string; sales?: number }) {
  return db.plan.findMany({
    where: {
      ...issuerIs(limits),
      ...(limits.outcome === undefined ? {} : { waitingOutcome: limits.outcome }),
      ...(limits.sales === undefined ? {} : { saleValue: { gte: limits.sales } }),
      ...knownBy(limits),
      firstTrade: { not: null, ...days(limits) },
    },
    orderBy: [{ firstTrade: "desc" }, { issuerCik: "asc" }, { planKey: "asc" }],
    take: limits.limit,
  });
}

/** Filings whose latest row came after its due date, the latest known first: found by the index of late filings alone. */
export async function readLateFilings(
  { db, target }: Pick<Store, "db" | "target">,
  limits: BoardLimits & { days?: number },
) {
  const statement = new Statement(target.provider);
  const where = [`"lateness" IN ('late', 'late unless deemed')`, `"lateness" = 'late'`, `"knownAt" IS NOT NULL`];
  if (limits.issuerCik !== undefined) where.push(`"issuerCik" = ${statement.bind(limits.issuerCik)}`);
  if (limits.days !== undefined) where.push(`"businessDaysLate" >= ${statement.bind(Math.ceil(limits.days))}`);
  if (limits.from !== undefined) where.push(`"knownAt" >= ${statement.bind(limits.from)}`);
  if (limits.until !== undefined) where.push(`"knownAt" <= ${statement.bind(limits.until.instant)}`);
  const isOfAll = target.provider === "sqlite" && limits.issuerCik === undefined;
  const found = await db.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "Filing" ${isOfAll ? `INDEXED BY "Filing_late_idx"` : ""} WHERE ${where.join(" AND ")}
     ORDER BY "knownAt" DESC, "id" DESC LIMIT ${Math.trunc(limits.limit)}`,
    ...statement.params,
  );
  return db.filing.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { owners: { orderBy: { position: "asc" } } },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
  });
}

/** Names of issuers and insiders by CIK. */
export async function namesOf(db: Database, issuerCiks: readonly string[], insiderCiks: readonly string[]) {
  const [issuers, insiders] = await Promise.all([
    db.issuer.findMany({ where: { cik: { in: [...new Set(issuerCiks)] } } }),
    db.insider.findMany({ where: { cik: { in: [...new Set(insiderCiks)] } } }),
  ]);
  return {
    issuer: new Map(issuers.map(({ cik, name, tradingSymbol }) => [cik, { cik, name, symbol: tradingSymbol }])),
    insider: new Map(insiders.map(({ cik, name }) => [cik, { cik, name }])),
  };
}

/** Open-market sums of all issuers of one month of trade, class and plan status. */
export interface MarketMonth {
  month: string;
  transactionClass: string;
  planned: string;
  /** Dollars. */
  value: number;
  rowCount: number;
  unvalued: number;
  leftOut: number;
}

/** The market's months, as stored. Two million sums lie in the order of an index that serves just these words. */
export async function readMarketMonths({ db, target }: Pick<Store, "db" | "target">): Promise<MarketMonth[]> {
  const index = target.provider === "sqlite" ? `INDEXED BY "MonthlySum_market_idx"` : "";
  const months = await db.$queryRawUnsafe<MarketMonth[]>(
    `SELECT "month", "transactionClass", "planned", SUM("value") AS "value", SUM("rowCount") AS "rowCount",
       SUM("unvalued") AS "unvalued", SUM("leftOut") AS "leftOut"
     FROM "MonthlySum" ${index} WHERE "transactionClass" IN ('buy', 'sale')
     GROUP BY "month", "transactionClass", "planned" ORDER BY "month"`,
  );
  // Sums of counts come as bigint from PostgreSQL, and may from SQLite.
  return months.map((of) => ({
    ...of,
    value: Number(of.value),
    rowCount: Number(of.rowCount),
    unvalued: Number(of.unvalued),
    leftOut: Number(of.leftOut),
  }));
}
