import { createReadStream, existsSync } from "node:fs";
import { LONGEST_PAUSE } from "@/lib/analytics/prices/returns";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { LedgerError } from "@/lib/errors";
import type { Store } from "@/lib/store/client";
import { type PriceRecord, writeSeries } from "@/lib/store/prices/write-prices";
import { issuersOfSymbol } from "@/lib/store/read-parties";
import { takeIngestLock } from "@/lib/store/writing/ingest-lock";
import { openConnection } from "@/lib/store/writing/open-connection";
import { raiseDataVersion } from "@/lib/store/writing/write-state";
import { type BadPrice, type FiledPrice, readPriceFile } from "./read-price-file";

/** What an import did, and every row that it did not take, with its line. */
export interface PriceImport {
  created: number;
  replaced: number;
  unchanged: number;
  /** Rows that say again what an earlier row said. */
  duplicates: number;
  /** Rows that can't be read, or contradict another row: none of these is stored. */
  bad: BadPrice[];
  /** Symbols and CIKs that no issuer, or more than one, answers to: their rows are not stored. */
  unplaced: { name: string; line: number; rows: number; reason: string }[];
  /** Neighbouring prices further apart than a weekend and a holiday. */
  gaps: { name: string; from: string; to: string; days: number }[];
}

export interface ImportOptions {
  now: () => Date;
  onWait?: () => void;
}

/**
 * Stores the daily closes of a CSV file (columns date, close, and symbol or cik), all in one transaction. Doing it again changes
 * nothing; a day that is stored already gets the file's close.
 * @throws LedgerError `prices-missing`, `prices-header`, `prices-unreadable`
 */
export async function importPrices(store: Store, file: string, options: ImportOptions): Promise<PriceImport> {
  if (!existsSync(file)) {
    throw new LedgerError("prices-missing", `There is no file ${file}.`, {
      place: { file },
      advice: "Name a CSV file with the columns date, close, and symbol or cik.",
    });
  }
  const now = options.now().toISOString();
  const result: PriceImport = {
    created: 0,
    replaced: 0,
    unchanged: 0,
    duplicates: 0,
    bad: [],
    unplaced: [],
    gaps: [],
  };
  const filed = await readAll(file, now.slice(0, 10), result);
  const series: PriceRecord[][] = [];
  for (const prices of filed.values()) {
    const placed = await place(store, prices, result);
    if (placed !== null) series.push(placed);
  }
  await write(store, series, result, now, options.onWait);
  result.bad.sort((a, b) => a.line - b.line);
  return result;
}

/** Prices by the name they go by (CIK and symbol), each day once. */
async function readAll(file: string, today: string, result: PriceImport): Promise<Map<string, FiledPrice[]>> {
  const byName = new Map<string, Map<string, FiledPrice[]>>();
  for await (const line of readPriceFile(createReadStream(file), file, today)) {
    if (line.kind === "bad") {
      result.bad.push(line.bad);
      continue;
    }
    const { price } = line;
    const name = `${price.cik ?? ""} ${price.symbol}`;
    const days = byName.get(name) ?? new Map<string, FiledPrice[]>();
    const day = days.get(price.date);
    if (day === undefined) days.set(price.date, [price]);
    else day.push(price);
    byName.set(name, days);
  }
  return new Map([...byName].map(([name, days]) => [name, [...days.values()].flatMap((day) => oneADay(day, result))]));
}

/** Lines that a contradiction names: each of them repeats the list. */
const LINES_NAMED = 10;

/** One price a day: the same again is a duplicate, another one makes all of that day's rows bad. */
function oneADay(day: readonly FiledPrice[], result: PriceImport): FiledPrice[] {
  const [first, ...others] = day as [FiledPrice, ...FiledPrice[]];
  if (others.every((price) => price.close === first.close)) {
    result.duplicates += others.length;
    return [first];
  }
  const named = day.slice(0, LINES_NAMED).map((price) => price.line);
  const lines = `${named.join(", ")}${day.length > LINES_NAMED ? ` and ${day.length - LINES_NAMED} more` : ""}`;
  for (const { line, date } of day) result.bad.push({ line, reason: `${date} has several closes (lines ${lines})` });
  return [];
}

async function place(store: Store, prices: readonly FiledPrice[], result: PriceImport): Promise<PriceRecord[] | null> {
  const [first] = prices;
  if (first === undefined) return null;
  const { cik, symbol } = first;
  const ciks = cik === null ? await issuersOfSymbol(store.db, symbol) : await knownIssuer(store, cik);
  const [issuerCik] = ciks;
  const name = symbol === "" ? `CIK ${cik}` : symbol;
  if (issuerCik === undefined || ciks.length > 1) {
    const reason =
      issuerCik === undefined
        ? "no filing in the ledger names it"
        : `${ciks.length} issuers used it: give the CIK (${ciks.join(", ")})`;
    const line = Math.min(...prices.map((price) => price.line));
    result.unplaced.push({ name, line, rows: prices.length, reason });
    return null;
  }
  const sorted = [...prices].sort((a, b) => (a.date < b.date ? -1 : 1));
  result.gaps.push(...gapsOf(name, sorted));
  return sorted.map(({ date, close }) => ({ issuerCik, symbol, date, close }));
}

async function knownIssuer(store: Store, cik: string): Promise<string[]> {
  return (await store.db.issuer.count({ where: { cik } })) > 0 ? [cik] : [];
}

function gapsOf(name: string, sorted: readonly FiledPrice[]): PriceImport["gaps"] {
  return sorted.slice(1).flatMap((price, i) => {
    const from = (sorted[i] as FiledPrice).date;
    const days = differenceOfDays(from, price.date);
    return days > LONGEST_PAUSE ? [{ name, from, to: price.date, days }] : [];
  });
}

async function write(
  store: Store,
  series: readonly PriceRecord[][],
  result: PriceImport,
  now: string,
  onWait: () => void = () => undefined,
): Promise<void> {
  const lock = await takeIngestLock(store.target, onWait);
  const connection = await openConnection(store.target);
  try {
    await connection.transaction(async () => {
      for (const prices of series) {
        const { created, replaced, unchanged } = await writeSeries(connection, prices);
        result.created += created;
        result.replaced += replaced;
        result.unchanged += unchanged;
      }
      if (result.created + result.replaced > 0) await raiseDataVersion(connection, now);
    });
  } finally {
    await connection.close();
    await lock.release();
  }
}
