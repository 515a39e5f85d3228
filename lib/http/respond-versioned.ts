import type { LedgerVersion } from "@/lib/services/ledger-version";
import { digest, failure, namesVersion } from "./respond";

/**
 * Answers 304 where the reader has this version of the ledger already, before any work; else does the work. For what is
 * asked again and again: feeds, images. Two ledgers may have the same number at one address, one after the other, so the
 * tag holds its time too, and what else the answer `depends` on. What of the address can't be read must throw there: a reader
 * who asks for a day that is none has no version of it, whatever headers come along.
 */
export async function respondVersioned(
  request: Request,
  version: () => Promise<LedgerVersion>,
  work: () => Promise<Response>,
  depends: () => string = () => "",
): Promise<Response> {
  try {
    const { dataVersion, changedAt } = await version();
    const etag = `"v${dataVersion}-${digest(`${changedAt} ${depends()}`)}"`;
    const headers: Record<string, string> = { ETag: etag, "Cache-Control": "no-cache" };
    const changed = changedAt === null ? null : new Date(changedAt);
    if (changed !== null) headers["Last-Modified"] = changed.toUTCString();
    if (isKnown(request.headers, etag, changed)) return new Response(null, { status: 304, headers });
    const answer = await work();
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return answer;
  } catch (error) {
    return failure(error);
  }
}

/** A version tag decides where the reader names one (RFC 9110 13.2.2); else the time, which has whole seconds. */
function isKnown(headers: Headers, etag: string, changed: Date | null): boolean {
  const isNamed = namesVersion(headers, etag);
  if (isNamed !== null) return isNamed;
  const since = Date.parse(headers.get("if-modified-since") ?? "");
  return changed !== null && !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since;
}
