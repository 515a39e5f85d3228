import type { DatasetItem } from "@/lib/sources/containers/source-item";

/** Bytes of tables beyond which a data set waits for a worker that is free: those in archives take room on disk meanwhile. */
const MANY_BYTES = 512 * 1024 * 1024;

interface Lent {
  release: () => Promise<void>;
  bytes: number;
}

/** Data sets that workers read, kept open until they are done. */
export class LentDatasets {
  readonly #lent = new Map<number, Lent>();
  #last = 0;
  #bytes = 0;

  /** Keeps a data set open. Returns its number. Throws LedgerError `archive-bomb`. */
  lend(item: DatasetItem): number {
    const release = item.keep();
    const bytes = item.dataset.tables.reduce((sum, table) => sum + table.bytes, 0);
    this.#last += 1;
    this.#lent.set(this.#last, { release, bytes });
    this.#bytes += bytes;
    return this.#last;
  }

  /** Whether another one should wait; one for each of so many workers is never too many. */
  areMany(workers: number): boolean {
    return this.#lent.size >= workers && this.#bytes > MANY_BYTES;
  }

  async giveBack(number: number): Promise<void> {
    const lent = this.#lent.get(number);
    if (lent === undefined) return;
    this.#lent.delete(number);
    this.#bytes -= lent.bytes;
    await lent.release();
  }

  async letGo(): Promise<void> {
    for (const number of [...this.#lent.keys()]) await this.giveBack(number);
  }
}
