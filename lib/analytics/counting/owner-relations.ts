import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts, FilingOwner } from "@/lib/analytics/rows/filed-row";
import { wordsOn } from "@/lib/analytics/rows/row-words";
import { nameDifferentHolders } from "./named-holders";

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
  readonly #together = new Map<string, string>();

  constructor(filings: readonly FilingFacts[]) {
    for (const filing of filings) {
      if (filing.owners.length < 2) continue;
      const ciks = [...new Set(filing.owners.map((owner) => owner.cik))].sort();
      for (const [i, a] of ciks.entries()) {
        for (const b of ciks.slice(i + 1)) {
          const key = `${a} ${b}`;
          const known = this.#together.get(key);
          if (known === undefined || filing.filingId < known) this.#together.set(key, filing.filingId);
        }
      }
    }
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
    return elsewhere ?? namedBy(a, b) ?? namedBy(b, a) ?? coincide(a, b);
  }

  #jointElsewhere(a: FilingFacts, b: FilingFacts): Relation | null {
    for (const owner of a.owners) {
      for (const other of b.owners) {
        const filingId = this.#together.get([owner.cik, other.cik].sort().join(" "));
        if (filingId !== undefined) return { rule: "file jointly elsewhere", evidence: `both on ${filingId}` };
      }
    }
    return null;
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
  const words = `${plainWords(row.natureOfOwnership)} ${wordsOn(row)}`;
  if (words.trim() === "") return null;
  const named = other.filing.owners.find((owner) => isNamed(owner, words));
  return named === undefined
    ? null
    : { rule: "named by the other", evidence: `${named.name} in the words of ${row.filing.filingId}` };
}

const ENTITY =
  /\b(?:l\.?\s?p\.?|l\.?\s?l\.?\s?c\.?|l\.?\s?l\.?\s?p\.?|inc|corp|corporation|co|company|ltd|limited|trust|fund|funds|partners|partnership|capital|holdings?|management|foundation|group|ventures|associates|advisors?|bank|estate|plc|sa|ag|gmbh|nv|bv)\b\.?/g;

function isNamed(owner: FilingOwner, words: string): boolean {
  const name = plainWords(owner.name)
    .replace(/[.,/&()'-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const text = ` ${words.replace(/[.,/&()'-]+/g, " ").replace(/\s+/g, " ")} `;
  if (name === "") return false;
  if (name.search(ENTITY) >= 0) {
    const bare = name.replace(/(?:\s(?:l\s?p|l\s?l\s?c|l\s?l\s?p|inc|corp|co|ltd|de|ny))+$/, "");
    return bare.split(" ").length >= 2 && text.includes(` ${bare} `);
  }
  const [last, first] = name.split(" ");
  if (last === undefined || first === undefined || last.length < 3 || first.length < 3) return false;
  return text.includes(` ${last} `) && text.includes(` ${first} `);
}
