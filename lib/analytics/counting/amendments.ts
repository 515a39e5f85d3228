import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import { type FiledRow, type FilingFacts, rowAddress } from "@/lib/analytics/rows/filed-row";
import { compareFilings, filingsInOrder, groupBy } from "@/lib/analytics/rows/filing-order";
import { pairRows, type RowPairing } from "./row-pairing";

/** What took a row's place, when, and how that is known. */
export interface Supersession {
  row: FiledRow;
  /** Known-at of the amendment: the row is in force before. Null when nothing dates the amendment. */
  supersededAt: string | null;
  /** Address of the row that takes its place. */
  by: string;
  /** `filing date`: the amendment names the original's filing date; `estimated`: period and signature date fit. */
  rule: "filing date" | "estimated";
  evidence: string;
}

export type AmendmentProblem = "original not found" | "several candidate originals";

/** One amendment and what it does. */
export interface Amendment {
  filing: FilingFacts;
  /** The filing at the root of its chain; null with a problem. */
  original: FilingFacts | null;
  /** The filing that it names: the original, or an earlier amendment. */
  amends: FilingFacts | null;
  rule: Supersession["rule"] | null;
  problem: AmendmentProblem | null;
  candidates: readonly FilingFacts[];
  pairing: RowPairing | null;
}

export interface Amendments {
  /** By address of the superseded row. */
  superseded: ReadonlyMap<string, Supersession>;
  /** In the order they became known. */
  amendments: readonly Amendment[];
}

/**
 * Which rows are superseded, when and by what (domain §3). An amendment acts on what was known before it, row by row: lines it
 * leaves out stay in force; several candidate originals supersede nothing. The order of `filings` doesn't matter.
 */
export function findAmendments(filings: readonly FilingFacts[]): Amendments {
  const superseded = new Map<string, Supersession>();
  const amendments: Amendment[] = [];
  const ordered = filingsInOrder(filings);
  const amending = new Set<string>();
  for (const filing of ordered) if (filing.isAmendment) amending.add(filing.ownerKey);
  const concerned = ordered.filter((filing) => amending.has(filing.ownerKey));
  for (const family of groupBy(concerned, familyKey).values()) {
    if (!family.some((filing) => filing.isAmendment)) continue;
    const chains = new Chains();
    for (const filing of family) {
      if (!filing.isAmendment) chains.begin(filing);
      else amendments.push(amend(filing, family, chains, superseded));
    }
  }
  amendments.sort((a, b) => compareFilings(a.filing, b.filing));
  return { superseded, amendments };
}

/** Same owner set, issuer and form family. */
function familyKey(filing: FilingFacts): string {
  return `${filing.issuerCik} ${filing.ownerKey} ${filing.documentType.replace("/A", "")}`;
}

/** The rows in force of each original with its amendments, as they stand while amendments are read in order. */
class Chains {
  readonly #roots = new Map<string, FilingFacts>();
  readonly #rows = new Map<string, readonly FiledRow[]>();

  begin(filing: FilingFacts): void {
    this.#roots.set(filing.filingId, filing);
    this.#rows.set(filing.filingId, filing.rows);
  }

  rootOf(filing: FilingFacts): FilingFacts {
    return this.#roots.get(filing.filingId) ?? filing;
  }

  rowsOf(root: FilingFacts): readonly FiledRow[] {
    return this.#rows.get(root.filingId) ?? [];
  }

  join(filing: FilingFacts, root: FilingFacts, rows: readonly FiledRow[]): void {
    this.#roots.set(filing.filingId, root);
    this.#rows.set(root.filingId, rows);
  }
}

function amend(
  filing: FilingFacts,
  family: readonly FilingFacts[],
  chains: Chains,
  superseded: Map<string, Supersession>,
): Amendment {
  const { candidates, rule } = candidatesFor(filing, family);
  const roots = new Map(candidates.map((candidate) => [chains.rootOf(candidate).filingId, chains.rootOf(candidate)]));
  const original = roots.size === 1 ? ([...roots.values()][0] ?? null) : null;
  if (original === null) {
    chains.begin(filing);
    const problem = candidates.length === 0 ? "original not found" : "several candidate originals";
    return { filing, original: null, amends: null, rule: null, problem, candidates, pairing: null };
  }
  const isSibling = candidates.some((candidate) => namesTheSame(candidate, filing)) && original.isAmendment;
  const pairing = pairRows(chains.rowsOf(original), filing.rows);
  for (const { before, after, agreeing, of } of pairing.pairs) {
    superseded.set(rowAddress(before), {
      row: before,
      supersededAt: filing.knownAt,
      by: rowAddress(after),
      rule,
      evidence: `${evidenceOf(filing, rule, isSibling)}; ${agreeing} of ${of} fields agree`,
    });
  }
  chains.join(filing, original, [...pairing.leftOut, ...filing.rows]);
  return { filing, original, amends: candidates.at(-1) ?? null, rule, problem: null, candidates, pairing };
}

function evidenceOf(filing: FilingFacts, rule: Supersession["rule"], isSibling: boolean): string {
  const named = filing.dateOfOriginalSubmission;
  if (rule === "filing date") return `${filing.documentType} names the original filed on ${named}`;
  if (named !== null && isSibling)
    return `${filing.documentType} names the same original of ${named}, which is not here`;
  return named === null
    ? `${filing.documentType} of the same period; it names no original date`
    : `${filing.documentType} names an original of ${named}; period and signature date fit`;
}

/** Filings known before the amendment that its date of original submission can mean. */
function candidatesFor(
  filing: FilingFacts,
  family: readonly FilingFacts[],
): { candidates: FilingFacts[]; rule: Supersession["rule"] } {
  const earlier = family.filter((other) => compareFilings(other, filing) < 0);
  const named = filing.dateOfOriginalSubmission;
  const dated = named === null ? [] : earlier.filter((other) => other.filingDate === named);
  if (dated.length > 0) return { candidates: originalsFirst(dated), rule: "filing date" };
  const undated = earlier.filter(
    (other) => (named === null || other.filingDate === null) && signatureFits(other, filing),
  );
  const samePeriod = undated.filter(
    (other) => other.periodOfReport !== null && other.periodOfReport === filing.periodOfReport,
  );
  const siblings = samePeriod.length === 0 ? earlier.filter((other) => namesTheSame(other, filing)) : [];
  if (siblings.length > 0) return { candidates: siblings.slice(-1), rule: "estimated" };
  const near = samePeriod.length > 0 || named === null ? samePeriod : undated.filter((other) => isNear(other, filing));
  return { candidates: originalsFirst(near), rule: "estimated" };
}

/** Two amendments of one original that was never read: the later one amends what the earlier one said. */
function namesTheSame(other: FilingFacts, filing: FilingFacts): boolean {
  const named = filing.dateOfOriginalSubmission;
  return other.isAmendment && named !== null && other.dateOfOriginalSubmission === named;
}

/** An amendment names the original; earlier amendments of the same day matter only where no original does. */
function originalsFirst(filings: FilingFacts[]): FilingFacts[] {
  const originals = filings.filter((filing) => !filing.isAmendment);
  return originals.length > 0 ? originals : filings;
}

/** Signed on the named day or up to five days before (a form is signed before it is filed). */
function signatureFits(other: FilingFacts, filing: FilingFacts): boolean {
  const named = filing.dateOfOriginalSubmission;
  if (named === null) return true;
  if (other.signatureDate === null) return false;
  const days = differenceOfDays(other.signatureDate, named);
  return days >= 0 && days <= 5;
}

const NEAR_DAYS = 7;

/** The period itself may be what is amended: a few days apart still fit. */
function isNear(other: FilingFacts, filing: FilingFacts): boolean {
  if (other.periodOfReport === null || filing.periodOfReport === null) return false;
  return Math.abs(differenceOfDays(other.periodOfReport, filing.periodOfReport)) <= NEAR_DAYS;
}
