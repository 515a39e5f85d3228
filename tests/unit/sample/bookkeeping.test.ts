import { describe, expect, it } from "vitest";
import type { OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";
import { marketOf, SEEDS } from "./markets";

interface Step {
  address: string;
  accepted: string;
  date: string;
  change: number;
  after: number;
}

const number = (row: OwnershipRow, leaf: "transactionShares" | "sharesOwnedFollowingTransaction") =>
  Number(row[leaf]?.value);

/** A line by its own reading of the form: owners, title, ownership, nature and its note, grant. */
function lineOf(document: OwnershipDocument, row: OwnershipRow, table: number): string {
  const words = (row.natureOfOwnership?.footnoteIds ?? []).map(
    (id) => document.footnotes.find((n) => n.id === id)?.text,
  );
  return JSON.stringify([
    document.issuer.issuerCik,
    document.reportingOwners.map((owner) => owner.rptOwnerCik).sort(),
    table,
    row.securityTitle?.value,
    row.directOrIndirectOwnership?.value,
    row.natureOfOwnership?.value ?? null,
    words,
    row.conversionOrExercisePrice?.value ?? null,
    row.expirationDate?.value ?? null,
  ]);
}

/** Each line's steps, filing by filing. */
function stepsByLine(filings: readonly { document: OwnershipDocument }[], superseded: ReadonlySet<string>) {
  const lines = new Map<string, Step[][]>();
  for (const { document } of filings) {
    const ofFiling = new Map<string, Step[]>();
    for (const [t, rows] of [document.nonDerivativeTable, document.derivativeTable].entries()) {
      const counts = { transaction: 0, holding: 0 };
      for (const row of rows) {
        counts[row.kind] += 1;
        const address = `${document.accession}#t${t + 1}-${row.kind === "transaction" ? "tx" : "h"}${counts[row.kind]}`;
        if (superseded.has(address)) continue;
        add(ofFiling, lineOf(document, row, t + 1), stepOf(document, row, address));
      }
    }
    for (const [line, steps] of ofFiling) add(lines, line, steps);
  }
  return lines;
}

function stepOf(document: OwnershipDocument, row: OwnershipRow, address: string): Step {
  const sign = row.transactionAcquiredDisposedCode?.value === "A" ? 1 : -1;
  return {
    address,
    accepted: document.acceptedAt ?? "",
    date: row.transactionDate?.value ?? document.periodOfReport ?? "",
    change: row.kind === "transaction" ? sign * number(row, "transactionShares") : 0,
    after: number(row, "sharesOwnedFollowingTransaction"),
  };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** Adds a filing's rows up: where the line opened and closed. On a form with final balances only the last one counts. */
function spanOf(steps: readonly Step[]): { opening: number; closing: number; sound: boolean } {
  const closing = steps.at(-1)?.after ?? Number.NaN;
  const opening = steps.reduce((balance, step) => balance - step.change, closing);
  let balance = opening;
  const chained = steps.every((step) => {
    balance += step.change;
    return Math.abs(balance - step.after) < 1e-4;
  });
  return { opening, closing, sound: chained || steps.every((step) => step.after === closing) };
}

describe.each(SEEDS)("balances of seed %i, added up again from the documents", (seed) => {
  const { filings, truth } = marketOf({ filings: 2000, seed });
  const superseded = new Set(truth.flatMap((issuer) => issuer.amendments.map((item) => item.key)));
  const lines = stepsByLine(filings, superseded);

  it("chain inside every filing", () => {
    for (const parts of lines.values()) for (const steps of parts) expect(spanOf(steps).sound).toBe(true);
  });

  it("follow from filing to filing, but for exactly the residuals in the truth", () => {
    const found: [string, number][] = [];
    for (const parts of lines.values()) {
      const ordered = [...parts].sort((a, b) => compare(lastOf(a), lastOf(b)));
      let balance: number | null = null;
      for (const steps of ordered) {
        const { opening, closing } = spanOf(steps);
        if (balance !== null && Math.abs(opening - balance) > 1e-4) {
          found.push([steps[0]?.address ?? "", Math.round((opening - balance) * 1e4) / 1e4]);
        }
        balance = closing;
      }
    }
    const planted = truth.flatMap((issuer) => issuer.ledgerResiduals.map((item) => [item.key, item.residual] as const));
    expect(found.sort()).toEqual([...planted].sort());
  });

  it("never fall below zero", () => {
    for (const parts of lines.values()) for (const step of parts.flat()) expect(step.after).toBeGreaterThanOrEqual(0);
  });
});

function lastOf(steps: readonly Step[]): string {
  const dates = steps.map((step) => step.date).sort();
  return `${dates.at(-1)} ${steps[0]?.accepted}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
