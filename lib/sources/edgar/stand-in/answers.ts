import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { FaultKind } from "./faults";

/** What a route gives. */
export interface Content {
  type: string;
  body: Uint8Array;
}

const BLOCKED = `<!DOCTYPE html><html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head>
<body><h1>Request Rate Threshold Exceeded</h1></body></html>`;
export const UNDECLARED = `<!DOCTYPE html><html><body><h1>Your Request Originates from an Undeclared Automated Tool</h1>
<p>To allow for equitable access to all users, declare your traffic by updating your user agent.</p></body></html>`;
const NOT_FOUND = "<html><body>Page not found</body></html>";
const MISSING = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>`;

/** Sends a page of words under a status. */
export function sendPage(
  response: ServerResponse,
  status: number,
  page: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "text/html", "content-length": Buffer.byteLength(page), ...headers });
  response.end(page);
}

/** The archive answers for what it lacks as its store does. */
export function sendMissing(response: ServerResponse, archive: boolean): void {
  if (archive) sendPage(response, 403, MISSING, { "content-type": "application/xml" });
  else sendPage(response, 404, NOT_FOUND);
}

/** Sends content, gzipped where the request takes that, or 304 where its validators still hold. */
export function sendContent(request: IncomingMessage, response: ServerResponse, { type, body }: Content): void {
  const etag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag });
    response.end();
    return;
  }
  const { packed, headers } = encoded(request, body);
  response.writeHead(200, { "content-type": type, etag, "content-length": packed.length, ...headers });
  response.end(packed);
}

function encoded(request: IncomingMessage, body: Uint8Array): { packed: Buffer; headers: Record<string, string> } {
  const gzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  return gzip
    ? { packed: gzipSync(body), headers: { "content-encoding": "gzip" } }
    : { packed: Buffer.from(body), headers: {} };
}

type SendFault = (request: IncomingMessage, response: ServerResponse, content: Content, now: number) => void;

const FAULTS: Readonly<Record<FaultKind, SendFault>> = {
  forbidden: (_, response) => sendPage(response, 403, BLOCKED),
  "too-many": (_, response) => sendPage(response, 429, BLOCKED, { "retry-after": "1" }),
  "too-many-until": (_, response, __, now) =>
    sendPage(response, 429, BLOCKED, { "retry-after": new Date(now + 1000).toUTCString() }),
  "server-error": (_, response) => sendPage(response, 500, "<html><body>Internal Server Error</body></html>"),
  html: (_, response) => sendPage(response, 200, "<!DOCTYPE html><html><body>Temporarily unavailable.</body></html>"),
  "not-yet": (_, response) => sendPage(response, 404, NOT_FOUND),
  "redirect-away": (_, response) => sendPage(response, 302, "", { location: "http://elsewhere.invalid/login" }),
  slow: (_, response, { type, body }) => {
    response.writeHead(200, { "content-type": type, "content-length": body.length });
    response.write(half(body));
  },
  cut: (request, response, { type, body }) => {
    response.writeHead(200, { "content-type": type, "content-length": body.length });
    response.write(half(body), () => request.socket.destroy());
  },
  "long-length": (request, response, { type, body }) => {
    response.writeHead(200, { "content-type": type, "content-length": body.length + 100 });
    response.write(body, () => request.socket.destroy());
  },
  "short-length": (_, response, { type, body }) => {
    response.writeHead(200, { "content-type": type, "content-length": half(body).length });
    response.end(body);
  },
  "truncated-gzip": (_, response, { type, body }) => {
    const packed = gzipSync(body);
    const part = packed.subarray(0, Math.floor(packed.length * 0.7));
    response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "content-length": part.length });
    response.end(part);
  },
};

function half(body: Uint8Array): Uint8Array {
  return body.subarray(0, Math.floor(body.length / 2));
}

/** Answers wrongly, as asked. */
export function sendFault(kind: FaultKind, ...how: Parameters<SendFault>): void {
  FAULTS[kind](...how);
}
