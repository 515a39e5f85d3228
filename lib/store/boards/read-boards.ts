import type { Database } from "@/lib/store/client";

/** What every board can be narrowed by. */
export interface BoardLimits {
  issuerCik?: string;
  /** `YYYY-MM-DD`: nothing that was known before this day. */
  from?: string;
  /** Nothing that was not known by the end of a day: the day, and its end as an instant (UTC, ISO 8601). */
  until?: { day: string; instant: string };
  limit: number;
}

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

/** Filings whose latest row came after its due date, the latest known first. */
export async function readLateFilings(db: Database, limits: BoardLimits & { days?: number }) {
  return db.filing.findMany({
    where: {
      ...issuerIs(limits),
      lateness: "late",
      ...(limits.days === undefined ? {} : { businessDaysLate: { gte: Math.ceil(limits.days) } }),
      knownAt: { not: null, ...instants(limits) },
    },
    include: { owners: { orderBy: { position: "asc" } } },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
    take: limits.limit,
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

/** Open-market sums of all issuers by month, class and plan status, as stored. */
export async function readMarketMonths(db: Database) {
  return db.monthlySum.groupBy({
    by: ["month", "transactionClass", "planned"],
    where: { transactionClass: { in: ["buy", "sale"] } },
    _sum: { value: true, rowCount: true, unvalued: true, leftOut: true },
    orderBy: [{ month: "asc" }],
  });
}
