import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { type EdgarHosts, edgarHosts } from "./addresses";
import { type BackOff, DEFAULT_BACK_OFF } from "./back-off";
import { type Clock, systemClock } from "./clock";
import { DiskCache, type Validators } from "./disk-cache";
import { Pace } from "./pace";
import { type RequestCounts, Requester, type Retry } from "./requester";
import { type Answer, Transport, type TransportLimits } from "./transport";
import { requireUserAgent } from "./user-agent";

export interface EdgarClientOptions {
  userAgent: string | null;
  /** Null: sec.gov. */
  url: string | null;
  cacheFolder: string;
  paceFolder: string;
  clock?: Clock;
  perSecond?: number;
  backOff?: Partial<BackOff>;
  limits?: Partial<TransportLimits>;
  /** Ends all waiting and all requests. */
  signal?: AbortSignal;
  /** Told before each wait for another try. */
  onRetry?: (retry: Retry) => void;
}

const DEFAULT_LIMITS: TransportLimits = {
  headTimeout: 30_000,
  idleTimeout: 30_000,
  totalTimeout: 5 * 60_000,
  maxBytes: 512 * 1024 * 1024,
};

/**
 * GETs from EDGAR within its rules of access: a User-Agent with contact, at most eight requests a second over all
 * processes of this machine, back-off with jitter on 403, 429, 5xx and cut answers, redirects to its own hosts only.
 * Every method throws what `Requester.request` does. `check` reads an answer, and throws `edgar-wrong-content` for one that
 * is not what was asked for; such an answer is never kept.
 */
export class EdgarClient {
  readonly hosts: EdgarHosts;
  readonly cache: DiskCache;
  readonly clock: Clock;
  readonly counts: RequestCounts = { requests: 0, retries: 0, blocks: 0, bytes: 0, fromCache: 0 };
  private readonly requester: Requester;
  private readonly transport = new Transport();

  /** @throws LedgerError `edgar-user-agent-missing`, `edgar-user-agent-without-contact`, `edgar-url-invalid` */
  constructor(options: EdgarClientOptions) {
    const userAgent = requireUserAgent(options.userAgent);
    this.hosts = edgarHosts(options.url);
    this.clock = options.clock ?? systemClock;
    this.cache = new DiskCache(options.cacheFolder);
    const www = new URL(this.hosts.www);
    this.requester = new Requester({
      userAgent,
      origins: new Set([www.origin, new URL(this.hosts.data).origin]),
      transport: this.transport,
      pace: new Pace(options.paceFolder, www.host, this.clock, options.perSecond),
      clock: this.clock,
      policy: { ...DEFAULT_BACK_OFF, ...options.backOff },
      limits: { ...DEFAULT_LIMITS, ...options.limits },
      counts: this.counts,
      signal: options.signal,
      onRetry: options.onRetry,
    });
  }

  /** An answer that is never kept: the feed, a listing of today. */
  get<T>(url: string, check: (bytes: Buffer) => T): Promise<T> {
    return this.requester.request(url, {}, async (answer) => check(await this.collect(answer)));
  }

  /** An answer that never changes: from the cache when it is there. */
  async getOnce<T>(url: string, key: string, check: (bytes: Buffer) => T): Promise<T> {
    const kept = await this.kept(key, check);
    if (kept !== null) {
      this.counts.fromCache += 1;
      return kept.value;
    }
    return this.requester.request(url, {}, async (answer) => {
      const bytes = await this.collect(answer);
      const value = check(bytes);
      await this.cache.write(key, bytes);
      return value;
    });
  }

  /** An answer that may change: asked for conditionally, or not at all while younger than `freshFor` milliseconds. */
  async getCurrent<T>(url: string, key: string, check: (bytes: Buffer) => T, freshFor = 0): Promise<T> {
    const validators = await this.cache.readValidators(key);
    const kept = validators === null ? null : await this.kept(key, check);
    const age = this.clock.now() - (validators?.checkedAt ?? 0);
    if (kept !== null && age >= 0 && age < freshFor) {
      this.counts.fromCache += 1;
      return kept.value;
    }
    return this.requester.request(url, conditions(kept === null ? null : validators), async (answer) => {
      if (answer.status === 304 && kept !== null) {
        await this.unchanged(key, answer, validators);
        return kept.value;
      }
      const bytes = await this.collect(answer);
      const value = check(bytes);
      await this.cache.write(key, bytes);
      await this.keepValidators(key, answer, null);
      return value;
    });
  }

  /** A large file, written to the cache as it arrives; asked for conditionally when it is there. */
  async download(
    url: string,
    key: string,
    check: (path: string) => Promise<void>,
  ): Promise<{ path: string; changed: boolean }> {
    const validators = (await this.cache.has(key)) ? await this.cache.readValidators(key) : null;
    return this.requester.request(url, conditions(validators), async (answer) => {
      if (answer.status === 304 && validators !== null) {
        await this.unchanged(key, answer, validators);
        return { path: this.cache.path(key), changed: false };
      }
      const scratch = await this.cache.scratch(key);
      try {
        await pipeline(this.counted(answer.body), createWriteStream(scratch.path));
        await check(scratch.path);
        await scratch.keep();
      } finally {
        await scratch.drop();
      }
      await this.keepValidators(key, answer, null);
      return { path: this.cache.path(key), changed: true };
    });
  }

  close(): void {
    this.transport.close();
  }

  /** What is kept under a key, read anew; what no longer passes is dropped and asked for again. */
  private async kept<T>(key: string, check: (bytes: Buffer) => T): Promise<{ value: T } | null> {
    const bytes = await this.cache.read(key);
    if (bytes === null) return null;
    try {
      return { value: check(bytes) };
    } catch {
      await this.cache.drop(key);
      return null;
    }
  }

  private async unchanged(key: string, answer: Answer, validators: Validators | null): Promise<void> {
    answer.discard();
    this.counts.fromCache += 1;
    await this.keepValidators(key, answer, validators);
  }

  private async keepValidators(key: string, answer: Answer, before: Validators | null): Promise<void> {
    await this.cache.writeValidators(key, {
      etag: answer.headers.etag ?? before?.etag ?? null,
      lastModified: answer.headers["last-modified"] ?? before?.lastModified ?? null,
      checkedAt: this.clock.now(),
    });
  }

  private async collect(answer: Answer): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of this.counted(answer.body)) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  private async *counted(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      this.counts.bytes += chunk.length;
      yield chunk;
    }
  }
}

function conditions(validators: Validators | null): Record<string, string> {
  const headers: Record<string, string> = {};
  if (validators?.etag) headers["if-none-match"] = validators.etag;
  if (validators?.lastModified) headers["if-modified-since"] = validators.lastModified;
  return headers;
}
