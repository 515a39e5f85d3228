import { LedgerError } from "@/lib/errors";

/** What the stand-in can do wrong, as EDGAR and the way to it do. */
export const FAULT_KINDS = {
  forbidden: "403 with the page of the blocked",
  "too-many": "429 with Retry-After: 1",
  "too-many-until": "429 with Retry-After as a date",
  "server-error": "500",
  slow: "a body that stops in the middle",
  cut: "a connection that is cut in the middle",
  "truncated-gzip": "a gzip body that ends too soon, under a length that fits",
  html: "a page of words with status 200",
  "short-length": "a Content-Length smaller than the body",
  "long-length": "a Content-Length larger than the body",
  "not-yet": "404 for a submission that the lists name",
  "redirect-away": "a redirect to another host",
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** A fault for the first `times` requests whose path matches; with `each`, for the first of each path. */
export interface FaultRule {
  kind: FaultKind;
  times: number;
  path?: RegExp;
  each?: boolean;
}

/** Deals out the faults that were asked for, in their order. */
export class FaultPlan {
  private readonly counts = new Map<string, number>();
  private rules: FaultRule[] = [];

  add(...rules: FaultRule[]): void {
    this.rules.push(...rules);
  }

  clear(): void {
    this.rules = [];
    this.counts.clear();
  }

  next(path: string): FaultKind | null {
    for (const [i, rule] of this.rules.entries()) {
      if (rule.path !== undefined && !rule.path.test(path)) continue;
      if (rule.kind === "not-yet" && !path.endsWith(".txt")) continue;
      const key = `${i} ${rule.each ? path : ""}`;
      const count = this.counts.get(key) ?? 0;
      if (count >= rule.times) continue;
      this.counts.set(key, count + 1);
      return rule.kind;
    }
    return null;
  }
}

/** `html:3`, or `html` for one. @throws LedgerError `fault-unknown` */
export function parseFault(word: string): FaultRule {
  const [kind = "", times = "1"] = word.split(":");
  if (isFaultKind(kind) && /^\d+$/.test(times)) return { kind, times: Number(times) };
  throw new LedgerError("fault-unknown", `“${word}” is no fault.`, {
    advice: `Write <kind>:<times>, the kind one of ${Object.keys(FAULT_KINDS).join(", ")}.`,
  });
}

function isFaultKind(word: string): word is FaultKind {
  return Object.hasOwn(FAULT_KINDS, word);
}
