import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { errorRecord, LedgerError } from "@/lib/errors";

/**
 * One GET. Node's own http and not `fetch`: fetch takes a gzip body that ends too soon for a whole one, and a filing cut
 * in two must never look complete.
 */
export interface TransportLimits {
  /** Until the head of the answer is there. */
  headTimeout: number;
  /** Without a byte. */
  idleTimeout: number;
  /** For all of it. */
  totalTimeout: number;
  maxBytes: number;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Unpacked and whole. Read it to its end or call `discard`. */
  body: AsyncIterable<Buffer>;
  discard(): void;
}

/** Unread bytes that are cheaper to read than a new connection. */
const SMALL_REST = 64 * 1024;

const KEEP_ALIVE = { keepAlive: true, keepAliveMsecs: 10_000, maxSockets: 8, timeout: 120_000 };

/** Keeps connections open between requests to one host. */
export class Transport {
  private readonly http = new HttpAgent(KEEP_ALIVE);
  private readonly https = new HttpsAgent(KEEP_ALIVE);

  /** Sends the request and waits for the head of the answer. Redirects are not followed. */
  get(url: URL, headers: Record<string, string>, limits: TransportLimits, signal?: AbortSignal): Promise<Answer> {
    const secure = url.protocol === "https:";
    return new Promise((resolve, reject) => {
      const request = (secure ? requestHttps : requestHttp)(url, {
        agent: secure ? this.https : this.http,
        headers: { ...headers, "accept-encoding": "gzip" },
        ...(signal === undefined ? {} : { signal }),
      });
      const stop = (what: string) => request.destroy(tooSlow(url, what));
      const head = setTimeout(() => stop("did not begin to answer"), limits.headTimeout);
      const total = setTimeout(() => stop("did not finish its answer"), limits.totalTimeout);
      const failed: { error: Error | null } = { error: null };
      request.once("close", () => {
        clearTimeout(head);
        clearTimeout(total);
      });
      request.on("error", (error) => {
        failed.error ??= connectionError(url, error);
        reject(failed.error);
      });
      request.once("response", (response: IncomingMessage) => {
        clearTimeout(head);
        response.setTimeout(limits.idleTimeout, () => stop("stopped in the middle of its answer"));
        // Read or not, a cut answer must not end the process.
        response.on("error", (error) => {
          failed.error ??= connectionError(url, error);
        });
        resolve({
          status: response.statusCode ?? 0,
          headers: plainHeaders(response),
          body: wholeBody(response, failed, url, limits.maxBytes),
          discard: () => discard(response),
        });
      });
      request.end();
    });
  }

  close(): void {
    this.http.destroy();
    this.https.destroy();
  }
}

function plainHeaders(response: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

/** The unpacked body; throws when it is cut, longer than it said, damaged or too large. */
async function* wholeBody(
  response: IncomingMessage,
  failed: { error: Error | null },
  url: URL,
  maxBytes: number,
): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of unpacked(response)) {
      const bytes: Buffer = chunk;
      length += bytes.length;
      if (length > maxBytes) break;
      yield bytes;
    }
  } catch (error) {
    throw failed.error ?? connectionError(url, error);
  }
  if (length > maxBytes) throw tooLarge(url, maxBytes);
  // What came after the announced length shows as an error of the connection, just after the end.
  await new Promise((resolve) => setImmediate(resolve));
  if (failed.error !== null) throw failed.error;
  if (!response.complete) throw connectionError(url, new Error("the connection was cut within the answer"));
}

/** A short rest is read, so that the connection can be used again. */
function discard(response: IncomingMessage): void {
  if (Number(response.headers["content-length"] ?? 0) > SMALL_REST) response.destroy();
  else response.resume();
}

function unpacked(response: IncomingMessage): Readable {
  if (response.headers["content-encoding"] !== "gzip") return response;
  const gunzip = createGunzip();
  // `pipe` forgets errors of its source: a cut connection must end the reading.
  response.once("error", (error) => gunzip.destroy(error));
  response.once("aborted", () => gunzip.destroy(new Error("the connection was cut within the answer")));
  return response.pipe(gunzip);
}

function connectionError(url: URL, cause: unknown): Error {
  if (cause instanceof LedgerError) return cause;
  const { message } = errorRecord(cause);
  return new LedgerError("edgar-connection", `The connection to ${url.host} failed: ${message} (${url.pathname}).`, {
    advice: "Check the connection and run the command again: what was fetched is kept.",
    cause,
  });
}

function tooLarge(url: URL, maxBytes: number): LedgerError {
  return new LedgerError("edgar-answer-too-large", `${url.pathname} is larger than ${maxBytes} bytes.`, {
    advice: "No file of EDGAR that this program reads is so large; check EDGAR_URL.",
  });
}

function tooSlow(url: URL, what: string): LedgerError {
  return new LedgerError("edgar-timeout", `${url.host} ${what} in time (${url.pathname}).`, {
    advice: "Check the connection and run the command again: what was fetched is kept.",
  });
}
