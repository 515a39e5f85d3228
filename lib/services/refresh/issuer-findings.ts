import { findAmendments, type Supersession } from "@/lib/analytics/counting/amendments";
import { inForce } from "@/lib/analytics/counting/in-force";
import { type JointEvent, jointCopies, jointEvents, withoutCopies } from "@/lib/analytics/counting/joint-events";
import { type BalanceLine, balanceLines } from "@/lib/analytics/holdings/balance-lines";
import { deltaOwnByRow } from "@/lib/analytics/holdings/delta-own";
import { flaggedOut, type PriceFlag, priceFlags } from "@/lib/analytics/prices/price-flags";
import { type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";

/** What one issuer's filings say of one another: computed once, read by its rows and its boards alike. */
export interface IssuerFindings {
  filings: readonly FilingFacts[];
  superseded: ReadonlyMap<string, Supersession>;
  /** Filings with the rows in force, whatever the time. */
  inForce: readonly FilingFacts[];
  /** The same without joint copies. */
  counted: readonly FilingFacts[];
  /** Joint copies by address: the row that counts, and why the two are one event. */
  copies: ReadonlyMap<string, { countedAs: string; rule: string }>;
  flags: readonly PriceFlag[];
  /** The first flag of each flagged row; one that takes the row out of totals comes before one that doesn't. */
  firstFlags: ReadonlyMap<string, PriceFlag>;
  /** Rows in force that are in no total, with the reason: joint copies and flagged rows. */
  excluded: ReadonlyMap<string, string>;
  lines: readonly BalanceLine[];
  /** Net change over the balance before, by row; only where it is defined. */
  deltaOwn: ReadonlyMap<string, number>;
  /** A form names a foreign trading symbol (schema X0609): Section 16(b) does not reach the insiders of foreign private issuers. */
  isForeignPrivate: boolean;
}

/** One issuer as its boards are made of it. */
export interface BoardParts {
  issuerCik: string;
  findings: IssuerFindings;
}

/** All that spans an issuer's filings, derived anew from all of them; what is stored is written from this. */
export function issuerFindings(filings: readonly FilingFacts[]): IssuerFindings {
  const { superseded } = findAmendments(filings);
  const standing = inForce(filings, null, superseded).filings;
  const events = jointEvents(standing);
  const flags = priceFlags(standing);
  const lines = balanceLines(standing);
  return {
    filings,
    superseded,
    inForce: standing,
    counted: withoutCopies(standing, events),
    copies: copiesOf(events),
    flags,
    firstFlags: firstFlags(flags),
    excluded: new Map([...flaggedOut(flags), ...jointCopies(events)]),
    lines,
    deltaOwn: deltasOf(lines),
    isForeignPrivate: filings.some(({ foreignTradingSymbol }) => (foreignTradingSymbol ?? "") !== ""),
  };
}

function copiesOf(events: readonly JointEvent[]): IssuerFindings["copies"] {
  return new Map(
    events.flatMap(({ counted, copies }) =>
      copies.map(({ address, relation }) => {
        const rule = `${relation.rule}: ${relation.evidence}`;
        return [address, { countedAs: rowAddress(counted), rule }] as const;
      }),
    ),
  );
}

function firstFlags(flags: readonly PriceFlag[]): Map<string, PriceFlag> {
  const first = new Map<string, PriceFlag>();
  for (const flag of flags) {
    const known = first.get(flag.address);
    if (known === undefined || (flag.leavesTotals && !known.leavesTotals)) first.set(flag.address, flag);
  }
  return first;
}

function deltasOf(lines: readonly BalanceLine[]): Map<string, number> {
  const deltas = new Map<string, number>();
  for (const line of lines) {
    for (const [address, { share }] of deltaOwnByRow(line)) if (share !== null) deltas.set(address, share);
  }
  return deltas;
}
