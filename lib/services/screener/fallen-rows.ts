import { countOf } from "@/lib/format/words";
import { FELL } from "@/lib/search-params/transactions/fall";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { hasUnderivedIssuers } from "@/lib/store/boards/read-audit-boards";
import type { Store } from "@/lib/store/client";
import { hasPrices } from "@/lib/store/prices/read-prices";
import type { RowCondition } from "@/lib/store/transactions/row-conditions";
import { type Falls, fallsAfter } from "../prices/falls-after";
import type { Found } from "./find-rows";
import type { FallSummary } from "./screener-view";

type Named = { name: string; where: RowCondition };
/** Finds rows under conditions, as they stood at the query's day. */
type Find = (named: readonly Named[]) => Promise<Found>;

/** Rows after which the price fell, and what is known of the others. */
export interface Fallen {
  found: Found;
  falls: Falls;
}

/** Where no price is stored no row is looked at. */
export const NOTHING: Found = { rows: [], reach: { by: "knownAt", isWhole: true, lookedAt: null } };

/** Of the rows under all other filters those after which the price fell. */
export async function fallenRows(
  store: Store,
  { rows, reach }: Found,
  fall: NonNullable<TransactionQuery["fall"]>,
  asOf: string | null,
): Promise<Fallen> {
  const falls = await fallsAfter(store, rows, fall, { asOf });
  const fallen = rows.filter((row) => falls.matched.has(`${row.filingId}#${row.anchor}`));
  // What was looked at for falls, where not all rows under the other filters were.
  const looked = reach.isWhole ? reach : { ...reach, lookedAt: reach.lookedAt ?? rows.length };
  return { found: { rows: fallen, reach: looked }, falls };
}

/** Rows that the condition on falls lets out before any price is read, by the reason. */
const BEFOREHAND: readonly [reason: string, where: RowCondition][] = [
  ["no prices imported for the issuer", { isPriced: false }],
  [
    "in Table II, or without a trade date",
    {
      all: [
        { isPriced: true },
        {
          any: [
            { column: "tableNumber", in: [2] },
            { column: "tradeDate", isKnown: false },
          ],
        },
      ],
    },
  ],
];

/** Of how many rows under all other filters no fall can be told, and why: they are in no list, and never taken for rows without one. */
export async function fallSummary(
  fall: NonNullable<TransactionQuery["fall"]>,
  named: readonly Named[],
  { falls, found }: Fallen,
  find: Find,
): Promise<FallSummary> {
  const others = named.filter(({ name }) => name !== FELL);
  const unknown = [...falls.unknown].map(([reason, count]) => ({ reason, count, isCapped: !found.reach.isWhole }));
  for (const [reason, where] of BEFOREHAND) {
    const { rows, reach } = await find([...others, { name: FELL, where }]);
    if (rows.length > 0 || !reach.isWhole) unknown.push({ reason, count: rows.length, isCapped: !reach.isWhole });
  }
  return { ...fall, unknown: unknown.sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)) };
}

/** What a page of falls must say. */
export async function fallNotes(store: Store, { reach }: Found): Promise<string[]> {
  if (!(await hasPrices(store.db))) {
    return [
      "Whether a price fell can’t be told: no prices are stored. They are yours to import, with “insider prices import”.",
    ];
  }
  const notes: string[] = [];
  if (!reach.isWhole) {
    notes.push(
      `Falls are looked for among the ${countOf(reach.lookedAt, "row")} first found under the other filters: narrow them, by dates or an issuer, to look at all.`,
    );
  }
  if (await hasUnderivedIssuers(store.db)) {
    notes.push(
      "Some issuers were stored before splits were: a split that their prices are not adjusted for shows as a fall until “insider db refresh” has derived them again.",
    );
  }
  return notes;
}
