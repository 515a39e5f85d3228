import { randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { errorRecord, LedgerError } from "@/lib/errors";
import type { Clock } from "./clock";

/** The SEC allows ten requests a second; we take eight at most, with room for requests that arrive in a bunch. */
const MAX_PER_SECOND = 8;
const BUNCHING_ROOM = 1.15;
/** A lock this old belongs to a process that died, wherever it ran: it is held for one interval at most. */
const STALE_LOCK = 5_000;
const LOCK_POLL = 15;
const LONGEST_REST = 20 * 60_000;

/** A request without an answer for so long belongs to a process that died. */
const LOST_REQUEST = 120_000;
const WINDOW = 1_000;

interface PaceState {
  /** When the last request of any process started, and until when all of them rest. Milliseconds since 1970. */
  last: number;
  restUntil: number;
  /** Requests sent and not answered yet: when each started, by its mark. */
  open: Record<string, number>;
  /** When the answers of the last second began. */
  answered: number[];
}

/**
 * The pace of all requests to one host, shared by all processes of this machine through a small file. Who starts a request
 * holds the file's lock until the start is due, so starts are never closer than the interval, however late a timer fires.
 * And a request starts only while fewer than the limit are unanswered or were answered within the last second: whatever
 * lies between us and the server, it can't see more of them in a second, for it sees each before its answer.
 */
export class Pace {
  private readonly file: string;
  private readonly interval: number;
  private queue: Promise<void> = Promise.resolve();

  /** @throws LedgerError `edgar-pace-folder` */
  constructor(
    folder: string,
    host: string,
    private readonly clock: Clock,
    private readonly perSecond = MAX_PER_SECOND,
  ) {
    this.interval = (1000 / perSecond) * BUNCHING_ROOM;
    this.file = join(folder, `${host.replace(/[^A-Za-z0-9.-]/g, "_")}.json`);
    try {
      mkdirSync(folder, { recursive: true });
      // Other users of the machine keep the same pace; not our folder: whoever made it has opened it.
      openToAll(folder, 0o1777);
    } catch (cause) {
      throw unusable(folder, cause);
    }
  }

  /**
   * Waits until a request may start. `signal` ends the waiting with its reason. The function that it gives is to be called
   * once the request has its answer, or has failed.
   */
  async turn(signal?: AbortSignal): Promise<() => Promise<void>> {
    const mark = randomUUID();
    await this.inOrder(() => this.wait(mark, signal));
    return () => this.answered(mark);
  }

  private async answered(mark: string): Promise<void> {
    const release = await this.lock();
    try {
      const { [mark]: _, ...open } = this.read().open;
      this.write({ ...this.read(), open, answered: [...this.recent(), this.clock.now()] });
    } finally {
      release();
    }
  }

  /** Answers of the last second; those of a clock that was set back since do not count. */
  private recent(): number[] {
    const now = this.clock.now();
    return this.read().answered.filter((at) => at > now - WINDOW && at <= now);
  }

  /** Makes all processes rest until then: EDGAR has answered that there were too many requests. */
  async rest(until: number): Promise<void> {
    await this.inOrder(async () => {
      const release = await this.lock();
      try {
        const state = this.read();
        if (until > state.restUntil) this.write({ ...state, restUntil: until });
      } finally {
        release();
      }
    });
  }

  /** One after the other within this process, so that it contends with others once and not many times. */
  private inOrder(step: () => Promise<void>): Promise<void> {
    const mine = this.queue.then(step);
    this.queue = mine.catch(() => undefined);
    return mine;
  }

  private async wait(mark: string, signal?: AbortSignal): Promise<void> {
    for (;;) {
      signal?.throwIfAborted();
      const release = await this.lock(signal);
      let rest = 0;
      try {
        rest = this.restLeft();
        if (rest <= 0) {
          await this.start(mark, signal);
          return;
        }
      } finally {
        release();
      }
      await this.clock.sleep(rest, signal);
    }
  }

  /** Milliseconds until it is worth looking again; 0 when a request may start. */
  private restLeft(): number {
    const now = this.clock.now();
    const state = this.read();
    const rest = state.restUntil - now;
    // Nobody sets a rest so long: the clock was set back since.
    if (rest > 0 && rest <= LONGEST_REST) return rest;
    const open = Object.values(openRequests(state, now)).length;
    const recent = this.recent();
    if (open + recent.length < this.perSecond) return 0;
    return recent[0] === undefined ? LOCK_POLL : Math.max(recent[0] + WINDOW - now + 1, 1);
  }

  private async start(mark: string, signal?: AbortSignal): Promise<void> {
    // A clock that was set back must not stop us for long.
    const wait = Math.min(this.read().last + this.interval - this.clock.now(), this.interval);
    if (wait > 0) await this.clock.sleep(wait, signal);
    const now = this.clock.now();
    const state = this.read();
    this.write({ ...state, last: now, open: { ...openRequests(state, now), [mark]: now } });
  }

  private async lock(signal?: AbortSignal): Promise<() => void> {
    const lock = `${this.file}.lock`;
    for (;;) {
      const mark = `${process.pid} ${hostname()} ${randomUUID()}`;
      try {
        writeFileSync(lock, mark, { flag: "wx" });
        return () => this.unlock(lock, mark);
      } catch (cause) {
        if (!isCode(cause, "EEXIST")) throw unusable(this.file, cause);
      }
      this.dropStale(lock);
      await this.clock.sleep(LOCK_POLL, signal);
    }
  }

  private unlock(lock: string, mark: string): void {
    try {
      if (readFileSync(lock, "utf8") === mark) rmSync(lock, { force: true });
    } catch (cause) {
      if (!isCode(cause, "ENOENT")) throw unusable(this.file, cause);
    }
  }

  /** File times are the system's, so the system's clock it is. Renaming makes sure that one process drops it. */
  private dropStale(lock: string): void {
    try {
      const old = Date.now() - statSync(lock).mtimeMs >= STALE_LOCK;
      if (!old && !isOfDeadProcess(readFileSync(lock, "utf8"))) return;
      const dropped = `${lock}.${randomUUID()}`;
      renameSync(lock, dropped);
      rmSync(dropped, { force: true });
    } catch (cause) {
      if (!isCode(cause, "ENOENT")) throw unusable(this.file, cause);
    }
  }

  private read(): PaceState {
    try {
      const state: unknown = JSON.parse(readFileSync(this.file, "utf8"));
      if (isState(state)) return state;
    } catch {
      // No file yet, or one cut short by a kill: the pace begins anew.
    }
    return { last: 0, restUntil: 0, open: {}, answered: [] };
  }

  private write(state: PaceState): void {
    try {
      writeFileSync(this.file, JSON.stringify(state));
      openToAll(this.file, 0o666);
    } catch (cause) {
      throw unusable(this.file, cause);
    }
  }
}

/** Of this very host, that is: other containers count their processes on their own. */
function isOfDeadProcess(mark: string): boolean {
  const [pid = "", host] = mark.split(" ");
  if (host !== hostname() || !/^[1-9]\d*$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (cause) {
    return isCode(cause, "ESRCH");
  }
}

function isState(state: unknown): state is PaceState {
  return (
    typeof state === "object" &&
    state !== null &&
    "last" in state &&
    typeof state.last === "number" &&
    "restUntil" in state &&
    typeof state.restUntil === "number" &&
    "open" in state &&
    typeof state.open === "object" &&
    "answered" in state &&
    Array.isArray(state.answered)
  );
}

function openRequests(state: PaceState, now: number): Record<string, number> {
  return Object.fromEntries(Object.entries(state.open).filter(([, at]) => at > now - LOST_REQUEST && at <= now));
}

/** Ours to open when we made it; another user's is open already. */
function openToAll(path: string, mode: number): void {
  try {
    if ((statSync(path).mode & 0o777) !== (mode & 0o777)) chmodSync(path, mode);
  } catch (cause) {
    if (!isCode(cause, "EPERM")) throw cause;
  }
}

function isCode(cause: unknown, code: string): boolean {
  return cause instanceof Error && "code" in cause && cause.code === code;
}

function unusable(path: string, cause: unknown): LedgerError {
  return new LedgerError("edgar-pace-folder", `The pace of requests can't be kept: ${errorRecord(cause).message}`, {
    place: { file: path },
    advice: "Set EDGAR_PACE_FOLDER to a folder that all users of this machine's EDGAR commands may write.",
    cause,
  });
}
