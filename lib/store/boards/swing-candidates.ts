import type { Store } from "@/lib/store/client";
import { Statement } from "@/lib/store/transactions/row-conditions";

/**
 * Issuers where one owner both bought and sold on the open market, with a purchase or sale known since an instant; the
 * latest first; with `until` of those known by that instant. Whether the trades match is for the measure to say.
 */
export async function swingCandidates(store: Store, from: string, limit: number, until?: string): Promise<string[]> {
  const statement = new Statement(store.target.provider);
  const half = (code: "P" | "S", other: "P" | "S") => `
    SELECT a."issuerCik", a."knownAt" FROM "ReportedRow" a JOIN "FilingOwner" o ON o."filingId" = a."filingId"
    WHERE a."kind" = 'transaction' AND a."code" = '${code}' AND a."tableNumber" = 1 AND a."supersededBy" IS NULL AND a."knownAt" >= ${statement.bind(from)}
      ${until === undefined ? "" : `AND a."knownAt" <= ${statement.bind(until)}`}
      AND EXISTS (SELECT 1 FROM "FilingOwner" p JOIN "ReportedRow" b ON b."filingId" = p."filingId"
        WHERE p."ownerCik" = o."ownerCik" AND b."issuerCik" = a."issuerCik" AND b."code" = '${other}'
          AND b."tableNumber" = 1 AND b."supersededBy" IS NULL)`;
  const rows = await store.db.$queryRawUnsafe<{ issuerCik: string }[]>(
    `SELECT c."issuerCik" FROM (${half("P", "S")} UNION ALL ${half("S", "P")}) c
     GROUP BY c."issuerCik" ORDER BY MAX(c."knownAt") DESC, c."issuerCik" LIMIT ${Math.trunc(limit)}`,
    ...statement.params,
  );
  return rows.map((row) => row.issuerCik);
}
