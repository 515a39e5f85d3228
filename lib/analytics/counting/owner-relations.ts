import { readOnce } from "@/lib/analytics/footnotes/read-once";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import { nameDifferentHolders } from "./named-holders";
import { isBySpouse, spousesAmong } from "./spouses";

export type RelationRule =
  /** The same owners filed the same row and balance again. */
  | "filed again"
  /** One person is in both owner sets. */
  | "shared owner"
  /** Owners of both stand together on some filing. */
  | "file jointly elsewhere"
  /** One is named in the other's nature of ownership or footnotes. */
  | "named by the other"
  /** Both are indirect and report the same balance. */
  | "indirect balances coincide";

export interface Relation {
  rule: RelationRule;
  evidence: string;
}

/** Who files together with whom, over all the filings given. */
export class OwnerRelations {
  /** Filings of several owners, by each of them. */
  readonly #joint = new Map<string, FilingFacts[]>();
  readonly #together = new Map<string, string | null>();
  readonly #spouses: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(filings: readonly FilingFacts[]) {
    this.#spouses = spousesAmong(filings);
    for (const filing of filings) {
      if (filing.owners.length < 2) continue;
      for (const cik of new Set(filing.owners.map((owner) => owner.cik))) {
        const own = this.#joint.get(cik);
        if (own === undefined) this.#joint.set(cik, [filing]);
        else own.push(filing);
      }
    }
  }

  /** An owner, a spouse of that owner, and everyone who is on a filing with it. */
  filersWith(cik: string): ReadonlySet<string> {
    const filers = new Set([cik, ...(this.#spouses.get(cik) ?? [])]);
    for (const { owners } of this.#joint.get(cik) ?? []) for (const owner of owners) filers.add(owner.cik);
    return filers;
  }

  /** Why two equal rows of different filings tell of one event, or null: equal rows of unrelated owners are two events. */
  between(a: FiledRow, b: FiledRow): Relation | null {
    if (a.filing.ownerKey === b.filing.ownerKey) {
      const same =
        a.sharesAfter !== null && a.sharesAfter === b.sharesAfter && a.directOrIndirect === b.directOrIndirect;
      return same ? { rule: "filed again", evidence: `same owners, balance ${a.sharesAfter} on both` } : null;
    }
    if (!canBeOne(a, b)) return null;
    const shared = a.filing.owners.find((owner) => b.filing.owners.some((other) => other.cik === owner.cik));
    if (shared !== undefined)
      return { rule: "shared owner", evidence: `${shared.name ?? shared.cik} is on both filings` };
    const elsewhere = ownBalances(a, b) && nameDifferentHolders(a, b) ? null : this.#jointElsewhere(a.filing, b.filing);
    const spouse = this.#asSpouse(a, b) ?? this.#asSpouse(b, a);
    return elsewhere ?? namedBy(a, b) ?? namedBy(b, a) ?? spouse ?? coincide(a, b);
  }

  /** Who of a couple holds a row of either, by CIK; null for every other row. Both may trade alike on one day. */
  holderInCouple(row: FiledRow): string | null {
    const cik = row.filing.ownerKey;
    const spouses = this.#spouses.get(cik);
    if (spouses?.size !== 1) return null;
    if (row.directOrIndirect === "D") return cik;
    return isBySpouse(row) ? ([...spouses][0] ?? null) : null;
  }

  /** Whether `row` is held “by spouse” and `other` is what that spouse holds directly. */
  #asSpouse(row: FiledRow, other: FiledRow): Relation | null {
    if (!isBySpouse(row) || other.directOrIndirect !== "D") return null;
    const spouse = other.filing.owners.find(({ cik }) =>
      row.filing.owners.some((owner) => this.#spouses.get(owner.cik)?.has(cik)),
    );
    if (spouse === undefined) return null;
    const evidence = `“${row.natureOfOwnership}” in ${row.filing.filingId}: its balances are those of ${spouse.name ?? spouse.cik}`;
    return { rule: "named by the other", evidence };
  }

  #jointElsewhere(a: FilingFacts, b: FilingFacts): Relation | null {
    for (const owner of a.owners) {
      for (const other of b.owners) {
        const filingId = this.#filedBy(owner.cik, other.cik);
        if (filingId !== null) return { rule: "file jointly elsewhere", evidence: `both on ${filingId}` };
      }
    }
    return null;
  }

  /** The filing of smallest id that has both owners; looked for once a pair. */
  #filedBy(a: string, b: string): string | null {
    const [own = [], others = []] = [this.#joint.get(a), this.#joint.get(b)];
    if (own.length === 0 || others.length === 0) return null;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.#together.get(key);
    if (known !== undefined) return known;
    let found: string | null = null;
    for (const { filingId, owners } of own.length < others.length ? own : others) {
      if (found !== null && filingId >= found) continue;
      if (owners.some((owner) => owner.cik === a) && owners.some((owner) => owner.cik === b)) found = filingId;
    }
    this.#together.set(key, found);
    return found;
  }
}

/**
 * Shares held directly by two owners are two holdings: a board grant to each of two partners is two events. Only an indirect
 * row, or direct rows with one and the same balance that are no award, can tell of one.
 */
function canBeOne(a: FiledRow, b: FiledRow): boolean {
  if (a.directOrIndirect === "I" || b.directOrIndirect === "I") return true;
  return a.code !== "A" && a.sharesAfter !== null && a.sharesAfter === b.sharesAfter;
}

function ownBalances(a: FiledRow, b: FiledRow): boolean {
  return a.sharesAfter !== null && b.sharesAfter !== null && a.sharesAfter !== b.sharesAfter;
}

function coincide(a: FiledRow, b: FiledRow): Relation | null {
  if (a.directOrIndirect !== "I" || b.directOrIndirect !== "I") return null;
  if (a.sharesAfter === null || a.sharesAfter === 0 || a.sharesAfter !== b.sharesAfter || a.code === "A") return null;
  // Equal purchases from nothing leave equal balances whoever made them.
  if (a.acquiredDisposed === "A" && a.sharesAfter === a.shares) return null;
  if (nameDifferentHolders(a, b)) return null;
  return { rule: "indirect balances coincide", evidence: `${a.sharesAfter} after the row on both` };
}

/** Whether the words of `row` name an owner of `other`. */
function namedBy(row: FiledRow, other: FiledRow): Relation | null {
  const words = spokenIn(row);
  if (words === "") return null;
  const named = other.filing.owners.find((owner) => isNamed(owner, words));
  return named === undefined
    ? null
    : { rule: "named by the other", evidence: `${named.name} in the words of ${row.filing.filingId}` };
}

/** The words of a row's nature and notes, each between spaces; empty where there are none. */
function spokenIn(row: FiledRow): string {
  const words = row.directOrIndirect === "I" ? wordsOfHolder(row) : wordsOn(row);
  return words === "" && row.natureKey === "" ? "" : apart(`${row.natureKey} ${words}`);
}

/**
 * The notes on all rows of a filing that one holder holds (the same nature of ownership with the same notes): who is named on
 * the shares is not named again on the warrants beside them.
 */
function wordsOfHolder(row: FiledRow): string {
  if (row.natureKey === "") return wordsOn(row);
  const holders = HOLDERS.get(row.filing) ?? wordsByHolder(row.filing);
  return holders.get(holderOf(row)) ?? wordsOn(row);
}

const HOLDERS = new WeakMap<FilingFacts, ReadonlyMap<string, string>>();

function wordsByHolder(filing: FilingFacts): ReadonlyMap<string, string> {
  const holders = new Map<string, Set<string>>();
  for (const row of filing.rows) {
    const words = row.directOrIndirect === "I" ? wordsOn(row) : "";
    if (words !== "") holders.set(holderOf(row), (holders.get(holderOf(row)) ?? new Set()).add(words));
  }
  const joined = new Map([...holders].map(([holder, words]) => [holder, [...words].join(" ")]));
  HOLDERS.set(filing, joined);
  return joined;
}

function holderOf(row: FiledRow): string {
  return `${row.natureKey} ${row.footnoteIds.natureOfOwnership?.join(" ") ?? ""}`;
}

const apart = readOnce((words) => ` ${words.replace(/[.,/&()'-]+/g, " ").replace(/\s+/g, " ")} `);

const ENTITY =
  /\b(?:l\.?\s?p\.?|l\.?\s?l\.?\s?c\.?|l\.?\s?l\.?\s?p\.?|inc|corp|corporation|co|company|ltd|limited|trust|fund|funds|partners|partnership|capital|holdings?|management|foundation|group|ventures|associates|advisors?|bank|estate|plc|sa|ag|gmbh|nv|bv)\b\.?/g;

/** What must stand in a text for it to name an owner, each between spaces; none: the name is too little to go by. */
const tellingParts = readOnce((filed): readonly string[] => {
  const name = apart(plainWords(filed)).trim();
  if (name.search(ENTITY) >= 0) {
    const bare = name.replace(/(?:\s(?:l\s?p|l\s?l\s?c|l\s?l\s?p|inc|corp|co|ltd|de|ny))+$/, "");
    return bare.split(" ").length >= 2 ? [` ${bare} `] : [];
  }
  const [last, first] = name.split(" ");
  if (last === undefined || first === undefined || last.length < 3 || first.length < 3) return [];
  return [` ${last} `, ` ${first} `];
});

function isNamed(owner: FilingOwner, words: string): boolean {
  const parts = owner.name === null ? [] : tellingParts(owner.name);
  return parts.length > 0 && parts.every((part) => words.includes(part));
}

/** Single words of which one stands in every text that names the owner. */
export function nameTokens(owner: FilingOwner): readonly string[] {
  const [part] = owner.name === null ? [] : tellingParts(owner.name);
  return part === undefined ? [] : [part.trim().split(" ")[0] ?? ""];
}

/** The single words of a row's nature and notes. */
export function wordTokens(row: FiledRow): ReadonlySet<string> {
  return new Set(spokenIn(row).trim().split(" "));
}
