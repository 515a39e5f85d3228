import type { IssuerPrices } from "@/lib/services/prices/issuer-prices";
import type { IssuerFindings } from "@/lib/services/refresh/issuer-findings";
import type { RowFlagView } from "../shapes/row";

/** What spans filings, told of each row by its address. */
export interface RowContext {
  superseded: ReadonlyMap<string, { by: string; at: string | null; rule: string }>;
  flags: ReadonlyMap<string, RowFlagView[]>;
  deltaOwn: ReadonlyMap<string, number>;
  /** Rows that enter no total, by address, each with the reason in words. */
  excluded: ReadonlyMap<string, string>;
  /** Imported prices by issuer; of those only that have some. */
  prices: ReadonlyMap<string, IssuerPrices>;
}

/**
 * What the findings of one or more issuers say of each of their rows. With `own` (an insider's filings) a joint copy
 * leaves the totals only where the row that counts is the insider's too: what counts once for the issuer stands on each
 * owner's page (domain §3).
 */
export function rowContext(
  findings: readonly IssuerFindings[],
  own: ReadonlySet<string> | null = null,
  prices: readonly (IssuerPrices | null)[] = [],
): RowContext {
  return {
    superseded: supersededRows(findings),
    flags: rowFlags(findings, own),
    deltaOwn: new Map(findings.flatMap((one) => [...one.deltaOwn])),
    excluded: excludedRows(findings, own),
    prices: new Map(prices.flatMap((one) => (one === null ? [] : [[one.issuerCik, one] as const]))),
  };
}

function supersededRows(findings: readonly IssuerFindings[]): RowContext["superseded"] {
  const entries = findings.flatMap((one) => [...one.superseded]);
  return new Map(entries.map(([address, { by, supersededAt, rule }]) => [address, { by, at: supersededAt, rule }]));
}

function rowFlags(findings: readonly IssuerFindings[], own: ReadonlySet<string> | null): RowContext["flags"] {
  const flags = new Map<string, RowFlagView[]>();
  const add = (address: string, flag: RowFlagView) => {
    const known = flags.get(address);
    if (known === undefined) flags.set(address, [flag]);
    else known.push(flag);
  };
  for (const one of findings) {
    for (const { address, flag, reason, leavesTotals } of one.flags) {
      add(address, { code: flag, words: reason, outOfTotals: leavesTotals });
    }
    for (const [address, { countedAs, rule }] of one.copies) {
      const outOfTotals = countsElsewhere(countedAs, own);
      add(address, { code: "counted elsewhere", words: copyWords(countedAs, rule, outOfTotals), outOfTotals });
    }
  }
  return flags;
}

function excludedRows(findings: readonly IssuerFindings[], own: ReadonlySet<string> | null): Map<string, string> {
  const excluded = new Map<string, string>();
  for (const one of findings) {
    for (const address of one.superseded.keys()) excluded.set(address, "superseded by an amendment");
    for (const { address, flag, leavesTotals } of one.flags) if (leavesTotals) excluded.set(address, flag);
    for (const [address, { countedAs }] of one.copies) {
      if (countsElsewhere(countedAs, own)) excluded.set(address, "the same event is counted in another filing");
    }
  }
  return excluded;
}

function countsElsewhere(countedAs: string, own: ReadonlySet<string> | null): boolean {
  return own === null || own.has(countedAs.split("#")[0] ?? "");
}

function copyWords(countedAs: string, rule: string, outOfTotals: boolean): string {
  const where = outOfTotals ? "The same event is counted at" : "The issuer's totals count this event at";
  return `${where} ${countedAs}: ${rule}.`;
}
