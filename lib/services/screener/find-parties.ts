import { normaliseCik } from "@/lib/ownership/identity";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { nameTokens } from "@/lib/services/refresh/party-records";
import type { Store } from "@/lib/store/client";
import { findByName } from "@/lib/store/search-parties";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";

interface NamedCondition {
  name: string;
  where: RowCondition;
}

/** More insiders of one name than this are not taken together. */
const MOST_INSIDERS = 100;

/**
 * The issuers and the insider that a query names, as conditions. A name that nobody has lets no row through, and a note
 * says so: a filter that is silently dropped would show everything.
 */
export async function partyConditions(
  store: Store,
  query: TransactionQuery,
): Promise<{ conditions: NamedCondition[]; notes: string[] }> {
  const found = [await issuers(store, query.issuers), await insider(store, query.insider)];
  return {
    conditions: found.flatMap((one) => one?.condition ?? []),
    notes: found.flatMap((one) => one?.notes ?? []),
  };
}

interface Found {
  condition: NamedCondition;
  notes: string[];
}

async function issuers(store: Store, words: readonly string[]): Promise<Found | null> {
  if (words.length === 0) return null;
  const ciks: string[] = [];
  const notes: string[] = [];
  for (const word of words) {
    const found = await resolveIssuer(store, word);
    if (found === null) notes.push(`No issuer here used the ticker “${word.slice(0, 20)}”.`);
    else ciks.push(found.cik);
    if (found !== null && found.others.length > 0) {
      notes.push(`“${word}” was used by other issuers too (CIK ${found.others.join(", ")}); the latest user is taken.`);
    }
  }
  return { condition: { name: "issuer", where: { issuers: ciks } }, notes };
}

async function insider(store: Store, word: string | null): Promise<Found | null> {
  if (word === null) return null;
  const cik = normaliseCik(word);
  if (cik !== null) return { condition: { name: "insider", where: { owners: [cik] } }, notes: [] };
  const { db, target } = store;
  const hits = await findByName(db, target.provider, "insider", nameTokens([word]), MOST_INSIDERS + 1);
  const name = { name: "insider" as const };
  if (hits.length > MOST_INSIDERS) {
    const note = `More than ${MOST_INSIDERS} insiders have “${word}” in their names: give more of the name, or a CIK.`;
    return { condition: { ...name, where: { owners: [] } }, notes: [note] };
  }
  const notes =
    hits.length === 1
      ? []
      : [
          hits.length === 0
            ? `No insider here is called “${word}”.`
            : `“${word}” fits ${hits.length} insiders; the rows of all of them are shown.`,
        ];
  return { condition: { ...name, where: { owners: hits.map((hit) => hit.cik) } }, notes };
}
