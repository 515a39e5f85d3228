import { ByHolder, type Holder } from "@/lib/analytics/rows/by-holder";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { oncePerList, rowsInTime } from "@/lib/analytics/rows/filing-order";
import { SharesInTime } from "./shares-in-time";

/** Direct and indirect lines are kept apart; for indirect ones the nature of ownership counts. */
export function formOfOwnership(row: FiledRow): string {
  return row.directOrIndirect === "I" ? `I ${row.natureKey}` : "D";
}

/** Rows that take shares away after an exercise: sold, withheld, returned to the issuer. */
function isDisposal(row: FiledRow): boolean {
  return (
    row.table === "I" && row.acquiredDisposed === "D" && (row.code === "S" || row.code === "F" || row.code === "D")
  );
}

/** What one holder disposed of: all in one list, and by form of ownership. */
class HolderDisposals {
  readonly all = new SharesInTime();
  readonly #byForm = new Map<string, SharesInTime>();

  add(row: FiledRow, day: number): void {
    this.all.add(row, day);
    const form = formOfOwnership(row);
    const own = this.#byForm.get(form) ?? new SharesInTime();
    own.add(row, day);
    this.#byForm.set(form, own);
  }

  of(form: string): SharesInTime | undefined {
    return this.#byForm.get(form);
  }
}

/** Disposals by holder and form of ownership, for windows of days. */
class DisposalBook {
  readonly #holders = new ByHolder<HolderDisposals>();

  constructor(rowsInOrder: readonly FiledRow[]) {
    for (const row of rowsInOrder) {
      if (row.kind !== "transaction" || row.tradeDay === null || !isDisposal(row)) continue;
      const { issuerCik, ownerKey } = row.filing;
      this.#holders.getOrAdd(issuerCik, ownerKey, row.classKey, noDisposals).add(row, row.tradeDay);
    }
  }

  /** All disposals of a day, in time order. */
  on(holder: Holder, day: number): readonly FiledRow[] {
    return this.#holders.get(holder)?.all.within(day, 0) ?? [];
  }

  /** Shares disposed of from a day to `days` calendar days after, both included; null when a row doesn't report its shares. */
  sharesWithin(holder: Holder, form: string, day: number, days: number): number | null {
    const disposals = this.#holders.get(holder)?.of(form);
    return disposals === undefined ? 0 : disposals.sharesWithin(day, days);
  }
}

export type { DisposalBook };

function noDisposals(): HolderDisposals {
  return new HolderDisposals();
}

/** The disposals in the filings given; put together once a list. */
export const disposalsIn: (filings: readonly FilingFacts[]) => DisposalBook = oncePerList(
  (ordered) => new DisposalBook(rowsInTime(ordered)),
);
