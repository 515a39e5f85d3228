import { LedgerError } from "@/lib/errors";
import { type BackOff, backOffDelay, isBlock, retryAfter } from "./back-off";
import type { Clock } from "./clock";
import type { Pace } from "./pace";
import type { Answer, Transport, TransportLimits } from "./transport";

export interface RequestCounts {
  requests: number;
  retries: number;
  /** Answers 403 and 429. */
  blocks: number;
  /** Unpacked. */
  bytes: number;
  fromCache: number;
}

export interface Retry {
  url: string;
  why: string;
  /** Milliseconds. */
  wait: number;
}

export interface RequesterOptions {
  userAgent: string;
  /** Origins that redirects may lead to. */
  origins: ReadonlySet<string>;
  transport: Transport;
  pace: Pace;
  clock: Clock;
  policy: BackOff;
  limits: TransportLimits;
  counts: RequestCounts;
  signal: AbortSignal | undefined;
  onRetry: ((retry: Retry) => void) | undefined;
}

/** A failure that another try may mend. */
interface Setback {
  error: LedgerError;
  blocked: boolean;
  /** What the server asked for, in milliseconds. */
  asked: number | null;
}

const MAX_REDIRECTS = 3;
/** Of an error page, looked at for what it means. */
const PAGE_BYTES = 4_000;
/** A file that the archive lacks answers 403 too; one more try tells it from a block. */
const TRIES_FOR_DENIED = 2;
const MENDABLE: ReadonlySet<string> = new Set(["edgar-connection", "edgar-timeout", "edgar-wrong-content"]);

/** One request with its redirects, its waits and its further tries. */
export class Requester {
  constructor(private readonly options: RequesterOptions) {}

  /**
   * GETs and hands a whole answer (200 or 304) to `receive`, whose `edgar-wrong-content` means another try.
   * @throws LedgerError `edgar-not-found`, `edgar-blocked`, `edgar-server-error`, `edgar-connection`, `edgar-timeout`,
   *   `edgar-wrong-content`, `edgar-redirect-refused`, `edgar-unexpected-status`
   */
  async request<T>(url: string, headers: Record<string, string>, receive: (answer: Answer) => Promise<T>): Promise<T> {
    const { policy, clock, counts, signal } = this.options;
    for (let n = 1; ; n++) {
      const outcome = await this.attempt(url, headers, receive, n);
      if ("value" in outcome) return outcome.value;
      const { error, blocked, asked } = outcome;
      const wait = Math.max(asked ?? 0, backOffDelay(policy, n, blocked, clock));
      if (blocked) await this.options.pace.rest(clock.now() + Math.min(wait, policy.longestRetryAfter));
      if (n >= policy.tries || wait > policy.longestRetryAfter) throw error;
      counts.retries += 1;
      this.options.onRetry?.({ url, why: error.message, wait });
      await clock.sleep(wait, signal);
    }
  }

  private async attempt<T>(
    url: string,
    headers: Record<string, string>,
    receive: (answer: Answer) => Promise<T>,
    n: number,
  ): Promise<{ value: T } | Setback> {
    try {
      const answer = await this.follow(url, headers);
      if (answer.status === 200 || answer.status === 304) return { value: await receive(answer) };
      return await this.judge(url, answer, n);
    } catch (error) {
      this.options.signal?.throwIfAborted();
      if (!(error instanceof LedgerError) || !MENDABLE.has(error.code)) throw error;
      return { error, blocked: false, asked: null };
    }
  }

  private async follow(start: string, headers: Record<string, string>): Promise<Answer> {
    const { transport, pace, limits, signal, counts, userAgent, origins } = this.options;
    let url = new URL(start);
    for (let hops = 0; ; hops++) {
      const answered = await pace.turn(signal);
      counts.requests += 1;
      const answer = await transport
        .get(url, { ...headers, "user-agent": userAgent }, limits, signal)
        .finally(answered);
      if (![301, 302, 303, 307, 308].includes(answer.status)) return answer;
      answer.discard();
      const to = answer.headers.location ?? "";
      const next = URL.canParse(to, url) ? new URL(to, url) : null;
      if (next === null || !origins.has(next.origin) || hops >= MAX_REDIRECTS) throw redirectRefused(url, to);
      url = next;
    }
  }

  /** What a status other than success means: thrown when it is final, returned when another try may mend it. */
  private async judge(url: string, answer: Answer, n: number): Promise<Setback> {
    const { status, headers } = answer;
    const asked = retryAfter(headers, this.options.clock.now());
    const path = new URL(url).pathname;
    if (status === 404 || status === 410) {
      answer.discard();
      throw notFound(path, status);
    }
    if (isBlock(status)) {
      const denied = await isMissingObject(answer);
      if (denied && n >= TRIES_FOR_DENIED) throw notFound(path, status);
      if (!denied) this.options.counts.blocks += 1;
      return { error: blockedError(path, status), blocked: !denied, asked };
    }
    answer.discard();
    if (status >= 500) return { error: serverError(path, status), blocked: false, asked };
    throw new LedgerError("edgar-unexpected-status", `EDGAR answered ${path} with status ${status}.`, {
      advice: "Check EDGAR_URL, and whether the address still exists on sec.gov.",
    });
  }
}

/** The archive's store answers for files that it lacks with 403 and a small XML of this code. */
async function isMissingObject(answer: Answer): Promise<boolean> {
  let page = "";
  try {
    for await (const chunk of answer.body) {
      page += chunk.toString("latin1");
      if (page.length > PAGE_BYTES) break;
    }
  } catch {
    // An error page that is cut says no less than its status.
  }
  answer.discard();
  return answer.status === 403 && page.includes("<Code>AccessDenied</Code>");
}

function notFound(path: string, status: number): LedgerError {
  return new LedgerError("edgar-not-found", `EDGAR has no ${path} (status ${status}).`, {
    advice: "It may not be published yet: it is asked for again in the next run.",
  });
}

function blockedError(path: string, status: number): LedgerError {
  return new LedgerError("edgar-blocked", `EDGAR refused ${path} with status ${status}: too many requests.`, {
    advice:
      "Wait ten minutes, and check that no other program on this network asks EDGAR, and that the User-Agent names you.",
  });
}

function serverError(path: string, status: number): LedgerError {
  return new LedgerError("edgar-server-error", `EDGAR failed on ${path} with status ${status}.`, {
    advice: "Run the command again later: what was fetched is kept.",
  });
}

function redirectRefused(from: URL, to: string): LedgerError {
  return new LedgerError("edgar-redirect-refused", `${from.href} leads to ${to || "nowhere"}, which is not EDGAR.`, {
    advice: "Check EDGAR_URL, and whether a proxy or a login page stands in between.",
  });
}
