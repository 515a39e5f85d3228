import { readOnce } from "@/lib/analytics/footnotes/read-once";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";

const HOLDER =
  /\b(?:trusts?|l\.?l\.?c\.?|l\.?p\.?|l\.?l\.?p\.?|funds?|partners|partnership|foundation|holdings|capital|limited|ltd\.?|pty|inc\.?|corp\.?|investments?|ventures|grat|estate|family|ira|plan)(?![\w])/i;
/** Words that many holders share: they tell none from another. */
const COMMON = new Set(
  "a all an and any by co corp corporation company each family for foundation footnote footnotes form fund funds grat held holdings in inc investment investments ira irrevocable l.l.c l.p limited living llc llp lp ltd management of or partners partnership person plan pty reporting respect revocable see shares held securities sole such the these this trust trustee trustees trusts capital ventures enterprises estate head remainder securities with issuer company's mr ms dr".split(
    " ",
  ),
);

/** The distinguishing words of the holders (trusts, funds, companies) that a row's nature of ownership and its notes name. */
function holderNames(row: FiledRow): Set<string> {
  const names = new Set(namesIn(row.natureOfOwnership ?? ""));
  for (const id of row.footnoteIds.natureOfOwnership ?? []) {
    for (const name of namesIn(row.filing.footnotes.get(id) ?? "")) names.add(name);
  }
  return names;
}

const namesIn = readOnce((text): ReadonlySet<string> => {
  const names = new Set<string>();
  // Runs of capitalised words: “CBC Co Pty Limited”, “Cannon-Brookes Head Trust”.
  for (const [run] of text.matchAll(
    /(?:[A-Z][\w'’-]*|[A-Z](?:\.[A-Z])+\.?|&|\b(?:of|and|the)\b(?=\s+[A-Z]))(?:[\s,.]+(?:[A-Z][\w'’-]*|[A-Z](?:\.[A-Z])+\.?|&|(?:of|and|the)\b(?=\s+[A-Z])))*/g,
  )) {
    if (!HOLDER.test(run)) continue;
    for (const word of run.toLowerCase().split(/[\s,&]+/)) {
      const bare = word.replace(/[.'’]+$/, "").replace(/['’]s$/, "");
      if (bare.length > 1 && !COMMON.has(bare)) names.add(bare);
    }
  }
  return names;
});

/**
 * Whether two rows name different holders: each names some, and no distinguishing word is common. Two founders who sell alike
 * from their own trusts report the same shares, prices and even balances, and still are two events.
 */
export function nameDifferentHolders(a: FiledRow, b: FiledRow): boolean {
  const left = holderNames(a);
  const right = holderNames(b);
  if (left.size === 0 || right.size === 0) return false;
  return ![...left].some((name) => right.has(name));
}
