import { createHash } from "node:crypto";
import { type ErrorRecord, errorRecord, LedgerError } from "@/lib/errors";

/** HTTP status of the errors that a reader can do something about. */
const STATUS: Record<string, number> = {
  "not-found": 404,
  "bad-request": 400,
  "database-missing": 503,
  "database-unreadable": 503,
  "database-behind": 503,
  "database-newer": 503,
};

/**
 * Runs a route's work and answers with JSON; an unchanged answer answers 304. The tag holds the ledger's version and a hash of
 * the answer: one address may serve another ledger, or another release's reading of it, under the same number.
 * Errors come as `{ error: { code, message, advice } }`; nothing of our insides leaves the process.
 */
export function respond(
  request: Request,
  work: () => Promise<{ dataVersion: number; body: unknown }>,
): Promise<Response> {
  return respondWith(request, async () => {
    const { dataVersion, body } = await work();
    return { dataVersion, answer: Response.json(body) };
  });
}

/** The same for an answer of any form. */
export async function respondWith(
  request: Request,
  work: () => Promise<{ dataVersion: number; answer: Response }>,
): Promise<Response> {
  try {
    const { dataVersion, answer } = await work();
    const body = new Uint8Array(await answer.arrayBuffer());
    const etag = `"v${dataVersion}-${digest(body)}"`;
    const headers = { ETag: etag, "Cache-Control": "no-cache" };
    if (namesVersion(request.headers, etag) === true) return new Response(null, { status: 304, headers });
    for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
    return new Response(body, { status: answer.status, headers: answer.headers });
  } catch (error) {
    return failure(error);
  }
}

/**
 * Whether the reader names this version among those that it has; null: it names none. A server in between that packs the answer
 * marks the tag as weak (RFC 9110 13.1.2).
 */
export function namesVersion(headers: Headers, etag: string): boolean | null {
  const tags = headers.get("if-none-match");
  return tags === null ? null : tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
}

/** What is not in the ledger: answered with 404. */
export function notFound(message: string): LedgerError {
  return new LedgerError("not-found", message);
}

/** An error as an answer. */
export function failure(error: unknown): Response {
  const record = errorRecord(error);
  const ours = error instanceof LedgerError;
  const told: Pick<ErrorRecord, "code" | "message" | "advice"> = ours
    ? { code: record.code, message: record.message, advice: record.advice }
    : { code: "unexpected", message: "The ledger could not answer.", advice: "See the server's log." };
  if (!ours)
    process.stderr.write(`insider: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return Response.json({ error: told }, { status: ours ? (STATUS[record.code] ?? 500) : 500 });
}

/** Enough of a hash to tell answers of one address apart. */
export function digest(of: string | Uint8Array): string {
  return createHash("sha256").update(of).digest("base64url").slice(0, 16);
}
