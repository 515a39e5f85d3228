import { publicUrl } from "@/lib/env";
import { LedgerError } from "@/lib/errors";

const DEFAULT = "http://localhost:3000";

/**
 * The origin that addresses in feeds, share images and metadata begin with, without a slash at its end: PUBLIC_URL, else
 * what the request's own headers name.
 * @throws LedgerError `bad-setting` when PUBLIC_URL is no http(s) address
 */
export function publicOrigin(headers: Pick<Headers, "get">): string {
  const set = publicUrl();
  if (set === null) return ownOrigin(headers) ?? DEFAULT;
  const origin = originOf(set);
  if (origin !== null) return origin;
  throw new LedgerError("bad-setting", `PUBLIC_URL is “${set.slice(0, 80)}”, which is no http or https address.`, {
    advice: "Set it to where readers reach the dashboard, as in PUBLIC_URL=https://ledger.example.org.",
  });
}

function ownOrigin(headers: Pick<Headers, "get">): string | null {
  const first = (name: string) => headers.get(name)?.split(",")[0]?.trim();
  const host = first("x-forwarded-host") ?? first("host");
  if (host === undefined || !/^[\w.:[\]-]+$/.test(host)) return null;
  const scheme = first("x-forwarded-proto") === "https" ? "https" : "http";
  return originOf(`${scheme}://${host}`);
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin } = new URL(text);
  return /^https?:$/.test(protocol) ? origin : null;
}
