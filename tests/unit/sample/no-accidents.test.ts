import { describe, expect, it } from "vitest";
import type { OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { marketOf, SEEDS } from "./markets";

interface Trade {
  address: string;
  issuer: string;
  owners: string[];
  side: "P" | "S";
  day: number;
  filed: string;
  shares: number;
  price: number | null;
  notes: string;
  line: string;
}

const DAY = 86_400_000;

/** Every P and S row in force, read from the documents alone. */
function openMarketTrades(
  filings: readonly { document: OwnershipDocument }[],
  superseded: ReadonlySet<string>,
): Trade[] {
  return filings.flatMap(({ document }) => {
    const traded = document.nonDerivativeTable.filter((row) => row.kind === "transaction");
    return traded.flatMap((row, i) => {
      const address = `${document.accession}#t1-tx${i + 1}`;
      const side = row.transactionCode?.value;
      if ((side !== "P" && side !== "S") || superseded.has(address)) return [];
      return [tradeOf(document, row, address, side)];
    });
  });
}

function tradeOf(document: OwnershipDocument, row: OwnershipRow, address: string, side: "P" | "S"): Trade {
  const ids = Object.values(row).flatMap((field) => (typeof field === "object" ? field.footnoteIds : []));
  const price = row.transactionPricePerShare?.value ?? null;
  return {
    address,
    issuer: document.issuer.issuerCik ?? "",
    owners: document.reportingOwners.map((owner) => owner.rptOwnerCik ?? ""),
    side,
    day: Date.parse(row.transactionDate?.value ?? "") / DAY,
    filed: document.filingDate ?? "",
    shares: Number(row.transactionShares?.value),
    price: price === null ? null : Number(price),
    notes: ids.map((id) => document.footnotes.find((note) => note.id === id)?.text).join(" "),
    line: `${row.securityTitle?.value}${row.directOrIndirectOwnership?.value}`,
  };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

describe.each(SEEDS)("seed %i holds nothing that was not planted", (seed) => {
  const { filings, truth } = marketOf({ filings: 2000, seed });
  const superseded = new Set(truth.flatMap((issuer) => issuer.amendments.map((item) => item.key)));
  const trades = openMarketTrades(filings, superseded);
  const planned = new Set(truth.flatMap((i) => i.planStatus.flatMap((s) => (s.status === "yes" ? [s.key] : []))));
  const merged = new Set(truth.flatMap((issuer) => issuer.jointEvents.flatMap((event) => event.merged)));

  it("no cluster: three insiders on one side within 14 days for $100,000", () => {
    const eligible = trades.filter(
      (t) =>
        !planned.has(t.address) && !merged.has(t.address) && !/dividend reinvestment|private placement/i.test(t.notes),
    );
    const found: string[] = [];
    for (const group of grouped(eligible, (t) => `${t.issuer}|${t.side}`)) {
      const sorted = group.sort((a, b) => a.day - b.day);
      for (const first of sorted) {
        const window = sorted.filter((t) => t.day >= first.day && t.day <= first.day + 14);
        const persons = new Set(window.map((t) => t.owners.join()));
        const value = window.reduce((sum, t) => sum + t.shares * (t.price ?? 0), 0);
        if (persons.size >= 3 && value >= 100_000) found.push(`${first.issuer}|${first.side}|${iso(first.day)}`);
      }
    }
    const planted = truth.flatMap((issuer) => issuer.clusters.map((cluster) => cluster.key));
    // A window may also start at the second trade of a planted cluster of four; its first trade is what names it.
    expect([...new Set(found)].filter((key) => !planted.includes(key) && !insidePlanted(key, planted))).toEqual([]);
    expect(planted.filter((key) => !found.includes(key))).toEqual([]);
  });

  it("no short-swing match: a purchase and a dearer sale within six months", () => {
    const found: string[] = [];
    for (const group of grouped(
      trades.flatMap((t) => t.owners.map((owner) => ({ ...t, owner }))),
      (t) => `${t.issuer}${t.owner}`,
    )) {
      for (const buy of group.filter((t) => t.side === "P")) {
        for (const sale of group.filter((t) => t.side === "S" && Math.abs(t.day - buy.day) <= 184)) {
          found.push(`${buy.address}|${sale.address}`);
        }
      }
    }
    expect([...new Set(found)].sort()).toEqual(truth.flatMap((i) => i.shortSwing.map((s) => s.key)).sort());
  });

  it("no joint event: equal rows in filings of different owners, but for the board's equal grants", () => {
    const twins = grouped(trades, (t) => [t.issuer, t.side, t.day, t.shares, t.price].join("|")).filter(
      (group) => new Set(group.map((t) => t.owners.join())).size > 1,
    );
    const planted = truth.flatMap((i) => i.jointEvents.map((e) => [e.key, ...e.merged].sort().join()));
    expect(
      twins
        .map((group) =>
          group
            .map((t) => t.address)
            .sort()
            .join(),
        )
        .sort(),
    ).toEqual(planted.sort());
  });

  it("no second filing of an insider on the day of an amended one", () => {
    const filedOn = (d: OwnershipDocument) =>
      `${d.issuer.issuerCik} ${d.reportingOwners.map((o) => o.rptOwnerCik).join()}`;
    const originals = filings.filter(({ document }) => document.documentType === "4");
    for (const { document } of filings.filter((f) => f.document.documentType === "4/A")) {
      const candidates = originals.filter(
        (f) => filedOn(f.document) === filedOn(document) && f.document.filingDate === document.dateOfOriginalSubmission,
      );
      expect(candidates).toHaveLength(1);
    }
  });

  it("prices of one issuer and day within a tenth of each other, but for slips", () => {
    const slips = new Set(truth.flatMap((issuer) => issuer.priceSlips.map((slip) => slip.key)));
    for (const group of grouped(trades, (t) => `${t.issuer}${t.day}`)) {
      const prices = group.flatMap((t) => (t.price === null || slips.has(t.address) ? [] : [t.price]));
      if (prices.length > 1) expect(Math.max(...prices) / Math.min(...prices)).toBeLessThan(1.1);
    }
  });
});

function iso(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

function insidePlanted(key: string, planted: readonly string[]): boolean {
  const [issuer, side, date] = key.split("|");
  return planted.some((one) => {
    const [i, s, first] = one.split("|");
    const days = (Date.parse(date ?? "") - Date.parse(first ?? "")) / DAY;
    return i === issuer && s === side && days >= 0 && days <= 9;
  });
}
