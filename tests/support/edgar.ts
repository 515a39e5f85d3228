import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { submissionText } from "@/lib/sample/write/submission-text";
import { type Clock, systemClock } from "@/lib/sources/edgar/network/clock";
import { EdgarClient, type EdgarClientOptions } from "@/lib/sources/edgar/network/edgar-client";
import { type StandIn, type StandInOptions, startStandIn } from "@/lib/sources/edgar/stand-in/stand-in-server";
import { documentOf, tx } from "./filing-builder";

export const AGENT = "Fern Gully Research ada@fern.example";

/** A folder of its own, gone at the end. */
export function scratchFolder(): { path: string; drop: () => void } {
  const path = mkdtempSync(join(tmpdir(), "edgar-test-"));
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) };
}

export interface FictionalFiling {
  accession: string;
  issuer: string;
  ticker: string;
  owners: string[];
  filed: string;
  form?: string;
}

/** Filings of two fictional issuers, FERN (9900001) and MOSS (9900007), a few on each of the given days. */
export function fictionalFilings(days: readonly string[], perDay: number): FictionalFiling[] {
  return days.flatMap((filed, d) =>
    Array.from({ length: perDay }, (_, i) => {
      const n = d * perDay + i + 1;
      const fern = n % 3 !== 0;
      return {
        accession: `0009900001-${filed.slice(2, 4)}-${String(n).padStart(6, "0")}`,
        issuer: fern ? "9900001" : "9900007",
        ticker: fern ? "FERN" : "MOS.B",
        owners: n % 4 === 0 ? ["9900100", "9900101"] : [`99001${String(n % 5).padStart(2, "0")}`],
        filed,
        form: n % 7 === 0 ? "4/A" : "4",
      };
    }),
  );
}

export function textOf(filing: FictionalFiling): string {
  const n = Number(filing.accession.slice(-6));
  const minute = String(n % 60).padStart(2, "0");
  return submissionText(
    documentOf({
      id: filing.accession,
      type: filing.form ?? "4",
      issuer: filing.issuer,
      ticker: filing.ticker,
      owners: filing.owners,
      filed: filing.filed,
      accepted: `${filing.filed}T21:${minute}:00.000Z`,
      signed: filing.filed,
      rows: [tx(n % 2 === 0 ? "S" : "P", filing.filed, 100 + n, 10 + n / 4, n % 2 === 0 ? "D" : "A", 5000 + n)],
    }),
  );
}

export function writeFilings(folder: string, filings: readonly FictionalFiling[]): void {
  for (const filing of filings) {
    const own = join(folder, filing.issuer);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, `${filing.accession}.txt`), textOf(filing));
  }
}

/** A clock that runs twenty times as fast as the real one: a Retry-After of a second takes fifty milliseconds. */
export function fastClock(): Clock {
  const started = Date.now();
  return {
    now: () => started + (Date.now() - started) * 20,
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / 20, signal),
    random: systemClock.random,
  };
}

/** A stand-in that serves these filings, and a client for it that does not wait. */
export interface Rehearsal {
  standIn: StandIn;
  folder: string;
  /** A client with a cache of its own unless told. */
  client(options?: Partial<EdgarClientOptions>): EdgarClient;
  close(): Promise<void>;
}

/** Fast: two hundred requests a second, back-off in milliseconds, time-outs in tenths of a second. */
export async function rehearse(
  filings: readonly FictionalFiling[],
  options: Partial<StandInOptions> = {},
): Promise<Rehearsal> {
  const scratch = scratchFolder();
  const served = join(scratch.path, "served");
  mkdirSync(served);
  writeFilings(served, filings);
  const standIn = await startStandIn({ folder: served, port: 0, ...options });
  const clients: EdgarClient[] = [];
  return {
    standIn,
    folder: scratch.path,
    client: (more = {}) => {
      const client = new EdgarClient({
        userAgent: AGENT,
        url: standIn.url,
        cacheFolder: join(scratch.path, `cache-${clients.length}`),
        paceFolder: join(scratch.path, "pace"),
        perSecond: 400,
        backOff: { first: 2, longest: 20, firstBlocked: 4 },
        limits: { headTimeout: 400, idleTimeout: 250, totalTimeout: 2_000 },
        ...more,
      });
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.close();
      await standIn.close();
      scratch.drop();
    },
  };
}
