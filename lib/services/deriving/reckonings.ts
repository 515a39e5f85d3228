import { recordsOfBoard } from "@/lib/services/refresh/board-records";
import type { IssuerFindings } from "@/lib/services/refresh/issuer-findings";
import type { BulkRecord } from "@/lib/store/writing/connection";

/** Why a row can't be taken at its word, by its address. */
export interface FlagAt {
  address: string;
  flag: string;
  reason: string;
  leavesTotals: boolean;
}

/** What an issuer's filings say of its rows. */
export interface RowFindings {
  /** Joint copies by address: the row that counts, and why the two are one event. */
  copies: ReadonlyMap<string, { countedAs: string; rule: string }>;
  flags: readonly FlagAt[];
  /** The first flag of each flagged row; one that takes the row out of totals comes before one that doesn't. */
  firstFlags: ReadonlyMap<string, FlagAt>;
  /** Net change over the balance before, by row; only where it is defined. */
  deltaOwn: ReadonlyMap<string, number>;
}

/** Boards of which an earlier day's records are asked. */
export type BoardReckoning = "Cluster" | "Episode" | "Plan" | "ShortSwing" | "Residual";

/** What can be asked of an issuer's filings: each a small answer made of many documents. */
export interface Reckonings extends Record<BoardReckoning, BulkRecord[]> {
  rows: RowFindings;
}

type Reckoner<Name extends keyof Reckonings> = (issuerCik: string, findings: IssuerFindings) => Reckonings[Name];

const board =
  <Name extends BoardReckoning>(name: Name): Reckoner<Name> =>
  (issuerCik, findings) =>
    recordsOfBoard(name, { issuerCik, findings });

const RECKON: { [Name in keyof Reckonings]: Reckoner<Name> } = {
  rows: (_cik, findings) => rowFindings(findings),
  Cluster: board("Cluster"),
  Episode: board("Episode"),
  Plan: board("Plan"),
  ShortSwing: board("ShortSwing"),
  Residual: board("Residual"),
};

/** Pure. Its answer holds none of the findings' own rows and filings, so that it is small to keep and to send. */
export function reckon<Name extends keyof Reckonings>(
  name: Name,
  cik: string,
  findings: IssuerFindings,
): Reckonings[Name] {
  return RECKON[name](cik, findings);
}

function rowFindings({ copies, flags, firstFlags, deltaOwn }: IssuerFindings): RowFindings {
  return {
    copies,
    flags: flags.map(bareFlag),
    firstFlags: new Map([...firstFlags].map(([address, flag]) => [address, bareFlag(flag)])),
    deltaOwn,
  };
}

function bareFlag({ address, flag, reason, leavesTotals }: FlagAt): FlagAt {
  return { address, flag, reason, leavesTotals };
}
