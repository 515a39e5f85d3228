import type { IssuerFindings } from "@/lib/services/refresh/issuer-findings";
import type { RowFlagView } from "../views";

/** What spans filings, told of each row by its address. */
export interface RowContext {
  superseded: ReadonlyMap<string, { by: string; at: string | null; rule: string }>;
  flags: ReadonlyMap<string, RowFlagView[]>;
  deltaOwn: ReadonlyMap<string, number>;
  /** Rows that enter no total, by address, each with the reason in words. */
  excluded: ReadonlyMap<string, string>;
}

/** What the findings of one or more issuers say of each of their rows. */
export function rowContext(findings: readonly IssuerFindings[]): RowContext {
  const superseded = new Map<string, { by: string; at: string | null; rule: string }>();
  const flags = new Map<string, RowFlagView[]>();
  const deltaOwn = new Map<string, number>();
  const excluded = new Map<string, string>();
  const addFlag = (address: string, flag: RowFlagView) => flags.set(address, [...(flags.get(address) ?? []), flag]);
  for (const one of findings) {
    for (const [address, { by, supersededAt, rule }] of one.superseded) {
      superseded.set(address, { by, at: supersededAt, rule });
      excluded.set(address, "superseded by an amendment");
    }
    for (const flag of one.flags)
      addFlag(flag.address, { code: flag.flag, words: flag.reason, outOfTotals: flag.leavesTotals });
    for (const [address, { countedAs, rule }] of one.copies) {
      addFlag(address, {
        code: "counted elsewhere",
        words: `The same event is counted at ${countedAs}: ${rule}.`,
        outOfTotals: true,
      });
    }
    for (const [address, change] of one.deltaOwn) deltaOwn.set(address, change);
    for (const [address, reason] of one.excluded) if (!excluded.has(address)) excluded.set(address, reason);
  }
  return { superseded, flags, deltaOwn, excluded };
}
