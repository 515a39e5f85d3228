import { parentPort, workerData } from "node:worker_threads";
import { filingsOfSources, type StoredFiling } from "@/lib/services/filings-of-sources";
import { endOfDay, knownBy } from "@/lib/services/parties/issuer-filings";
import { type IssuerFindings, issuerFindings } from "@/lib/services/refresh/issuer-findings";
import { newestFirst } from "@/lib/services/views/filing-summary";
import type { DatabaseTarget } from "@/lib/store/database-url";
import { issuerSources } from "@/lib/store/sources/read-documents";
import type { WriteConnection } from "@/lib/store/writing/connection";
import { openConnection } from "@/lib/store/writing/open-connection";
import { type Reckonings, reckon } from "./reckonings";

interface Question {
  id: number;
  name: keyof Reckonings;
  cik: string;
  /** `YYYY-MM-DD`; null: now. */
  day: string | null;
  /** The data version at which it was asked. */
  version: number;
}

/** An issuer's filings as far as they were read: those known by an instant (UTC, ISO 8601); null: all. */
interface ReadFilings {
  until: string | null;
  filings: StoredFiling[];
}

/** Filings kept read, of the issuers asked for last; and findings. */
const MOST_FILINGS = 12_000;
const MOST_FINDINGS = 40;

const port = parentPort;
if (port === null) throw new Error("thread-main runs in a worker thread only.");
const { target } = workerData as { target: DatabaseTarget };

let connection: Promise<WriteConnection> | null = null;
let version: number | null = null;
const filingsOf = new Map<string, ReadFilings>();
const findingsOf = new Map<string, IssuerFindings>();
/** One question after the other: they share a connection. */
let earlier: Promise<void> = Promise.resolve();

port.on("message", (message: Question | "close") => {
  earlier = earlier.then(() => (message === "close" ? close() : answer(message)));
});

async function answer(question: Question): Promise<void> {
  const { id, name, cik } = question;
  try {
    port?.postMessage({ id, value: reckon(name, cik, await findingsAt(question)) });
  } catch (error) {
    port?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

async function findingsAt({ cik, day, version: asked }: Question): Promise<IssuerFindings> {
  if (version !== asked) {
    filingsOf.clear();
    findingsOf.clear();
    version = asked;
  }
  const key = `${cik} ${day ?? ""}`;
  const known = findingsOf.get(key);
  if (known !== undefined) return known;
  const filings = knownBy(await filingsOfIssuer(cik, day), day);
  const findings = issuerFindings(filings.map(({ facts }) => facts));
  findingsOf.set(key, findings);
  dropOldest(findingsOf, () => findingsOf.size > MOST_FINDINGS);
  return findings;
}

/** At least the filings known by the end of the day: what came later is not unpacked before it is asked for. */
async function filingsOfIssuer(cik: string, day: string | null): Promise<StoredFiling[]> {
  const until = day === null ? null : endOfDay(day);
  const known = filingsOf.get(cik);
  if (known !== undefined && (known.until === null || (until !== null && until <= known.until))) return known.filings;
  connection ??= openConnection(target, { readOnly: true }).catch((error: unknown) => {
    // The next question tries again.
    connection = null;
    throw error;
  });
  const { provider, all } = await connection;
  const sources = await issuerSources((sql, params) => all(sql, params), provider, cik, until);
  const filings = newestFirst(filingsOfSources(sources));
  filingsOf.delete(cik);
  filingsOf.set(cik, { until, filings });
  const count = () => [...filingsOf.values()].reduce((sum, of) => sum + of.filings.length, 0);
  dropOldest(filingsOf, () => filingsOf.size > 1 && count() > MOST_FILINGS);
  return filings;
}

function dropOldest(map: Map<string, unknown>, isFull: () => boolean): void {
  for (const oldest of map.keys()) {
    if (!isFull()) return;
    map.delete(oldest);
  }
}

async function close(): Promise<void> {
  await (await connection)?.close();
  port?.close();
}
