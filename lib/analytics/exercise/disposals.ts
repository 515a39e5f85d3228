import { plainWords } from "@/lib/analytics/rows/class-titles";
import { differenceOfDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { sumOrNull } from "@/lib/analytics/sums";

/** Direct and indirect lines are kept apart; for indirect ones the nature of ownership counts. */
export function formOfOwnership(row: FiledRow): string {
  return row.directOrIndirect === "I" ? `I ${plainWords(row.natureOfOwnership)}` : "D";
}

/** Rows that take shares away after an exercise: sold, withheld, returned to the issuer. */
export function isDisposal(row: FiledRow): boolean {
  return (
    row.table === "I" && row.acquiredDisposed === "D" && (row.code === "S" || row.code === "F" || row.code === "D")
  );
}

/** Disposals by owners, issuer, class and form of ownership, each list in time order, for windows of days. */
export class DisposalBook {
  readonly #byForm = new Map<string, FiledRow[]>();
  readonly #forms = new Map<string, Set<string>>();

  constructor(rowsInOrder: readonly FiledRow[]) {
    for (const row of rowsInOrder) {
      if (!isDisposal(row) || row.tradeDate === null) continue;
      const holder = holderKey(row.filing.issuerCik, row.filing.ownerKey, row.classKey);
      const form = formOfOwnership(row);
      const key = `${holder} ${form}`;
      const list = this.#byForm.get(key);
      if (list === undefined) this.#byForm.set(key, [row]);
      else list.push(row);
      const forms = this.#forms.get(holder) ?? new Set();
      this.#forms.set(holder, forms.add(form));
    }
  }

  /** Every form of ownership with a disposal. */
  forms(holder: string): ReadonlySet<string> {
    return this.#forms.get(holder) ?? new Set();
  }

  /** Disposals from `date` to `days` calendar days after, both included. */
  within(holder: string, form: string, date: string, days: number): FiledRow[] {
    const list = this.#byForm.get(`${holder} ${form}`) ?? [];
    const found: FiledRow[] = [];
    for (let at = firstFrom(list, date); at < list.length; at += 1) {
      const row = list[at] as FiledRow;
      if (differenceOfDays(date, row.tradeDate ?? date) > days) break;
      found.push(row);
    }
    return found;
  }

  /** Shares disposed of in the window; null when a row doesn't report its shares. */
  sharesWithin(holder: string, form: string, date: string, days: number): number | null {
    return sumOrNull(this.within(holder, form, date, days).map((row) => row.shares));
  }
}

export function holderKey(issuerCik: string, ownerKey: string, classOfShares: string): string {
  return `${issuerCik} ${ownerKey} ${classOfShares}`;
}

function firstFrom(rows: readonly FiledRow[], date: string): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.tradeDate ?? "") < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
