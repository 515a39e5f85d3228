import { availableParallelism } from "node:os";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";
import { LedgerError } from "@/lib/errors";
import type { Store } from "@/lib/store/client";
import { ThreadPool } from "@/lib/store/readers/thread-pool";

/** Megabytes that a thread's objects may take: the filings of some issuers, read. */
const MEMORY = 1_000;

const THREADS = new WeakMap<Store, ThreadPool[]>();

/**
 * Gives a store threads that derive from its documents (reckonIssuer): for a process that serves others meanwhile. They start when
 * first needed, and end with the store that is returned.
 */
export function withDerivingThreads(store: Store): Store {
  const data = { root: projectFolder(), target: store.target };
  const threads = Array.from(
    { length: Math.max(1, Math.min(2, availableParallelism() - 1)) },
    () =>
      new ThreadPool({
        script: join(projectFolder(), "lib", "services", "deriving", "deriving-thread.mjs"),
        data,
        count: 1,
        what: "derives from filings",
        memory: MEMORY,
        readError: derivingError,
      }),
  );
  const threaded: Store = {
    ...store,
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
      await store.close();
    },
  };
  THREADS.set(threaded, threads);
  return threaded;
}

/** The thread that has read this issuer's filings if one has; null where the store has none. */
export function derivingThread(store: Store, cik: string): ThreadPool | null {
  const threads = THREADS.get(store);
  return threads?.[Number(cik) % threads.length] ?? null;
}

function derivingError(error: unknown): LedgerError {
  return new LedgerError("deriving-failed", `What filings say together could not be derived: ${String(error)}`, {
    advice: "Run: npm run -s insider -- db check",
  });
}
