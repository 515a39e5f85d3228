import { LedgerError } from "@/lib/errors";

/**
 * The JSON at one of our own addresses.
 * @throws LedgerError `answer-<status>` with the API's own message
 */
export async function fetchJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal });
  if (response.ok) return (await response.json()) as T;
  const told: { error?: { message?: string } } = await response.json().catch(() => ({}));
  throw new LedgerError(`answer-${response.status}`, told.error?.message ?? "The ledger did not answer.", {
    advice: "Try again; if it happens once more, see the server's log.",
  });
}
