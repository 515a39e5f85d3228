import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { errorRecord, LedgerError } from "@/lib/errors";
import { sendContent, sendFault, sendMissing, sendPage, UNDECLARED } from "./answers";
import { type FeedManners, StandInArchive } from "./archive";
import { FaultPlan } from "./faults";
import { RateMeter } from "./rate-meter";
import { readServedFolder } from "./served-filings";

export interface StandInOptions {
  folder: string;
  /** 0: any free one. */
  port: number;
  /** The newest filings that are published only when `publish` is called. */
  holdBack?: number;
  /** Filings in a party's main file before older ones go to further files. */
  recent?: number;
  feed?: FeedManners;
  /** Milliseconds by which the server's clock is ahead. */
  clockSkew?: number;
  onRequest?: (line: string) => void;
}

/** A running stand-in for EDGAR. */
export interface StandIn {
  url: string;
  archive: StandInArchive;
  faults: FaultPlan;
  meter: RateMeter;
  /** Paths asked for, in order; the newest ten thousand. */
  log: string[];
  skipped: { file: string; reason: string }[];
  datasets: number;
  close(): Promise<void>;
}

const LOGGED = 10_000;

/**
 * Serves a folder of filings as EDGAR does, on the loopback address. @throws LedgerError `stand-in-empty`, `port-taken`
 */
export async function startStandIn(options: StandInOptions): Promise<StandIn> {
  const folder = await readServedFolder(options.folder);
  if (folder.filings.length === 0 && folder.datasets.size === 0) {
    throw new LedgerError("stand-in-empty", `${options.folder} holds no full submission text and no data set.`, {
      place: { file: options.folder },
      advice: "Name a folder of submission texts (.txt, as EDGAR serves them) or of data sets (2024q3_form345.zip).",
    });
  }
  const archive = new StandInArchive(folder, options.holdBack ?? 0, options.recent, options.feed ?? {});
  const running = { archive, faults: new FaultPlan(), meter: new RateMeter(), log: [] as string[] };
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    answer(running, options, request, response).catch((error) => {
      sendPage(response, 500, `<html><body>${errorRecord(error).message}</body></html>`);
    });
  });
  const port = await listen(server, options.port);
  return {
    ...running,
    url: `http://127.0.0.1:${port}`,
    skipped: folder.skipped,
    datasets: folder.datasets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  running: Pick<StandIn, "archive" | "faults" | "meter" | "log">,
  options: StandInOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const path = `${url.pathname}${url.search}`;
  const now = Date.now() + (options.clockSkew ?? 0);
  running.meter.add(performance.now());
  running.log.push(path);
  if (running.log.length > LOGGED) running.log.shift();
  options.onRequest?.(`${request.method} ${path}`);
  response.setHeader("date", new Date(now).toUTCString());
  if (!/@/.test(request.headers["user-agent"] ?? "")) {
    sendPage(response, 403, UNDECLARED);
    return;
  }
  const content = await running.archive.answer(url, now);
  const fault = running.faults.next(path);
  const empty = { type: "text/plain", body: Buffer.from("nothing here, and not for long") };
  if (fault !== null) sendFault(fault, request, response, content ?? empty, now);
  else if (content === null) sendMissing(response, url.pathname.startsWith("/Archives/"));
  else sendContent(request, response, content);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(
        new LedgerError("port-taken", `The stand-in can't listen on port ${port}: ${cause.message}`, {
          advice: "Give another --port.",
          cause,
        }),
      );
    });
    server.listen(port, "127.0.0.1", () => resolve(portOf(server)));
  });
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}
