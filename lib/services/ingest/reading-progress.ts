import { InputMeter } from "@/lib/sources/containers/input/input-meter";

/** How much of an ingest's input has been read, in bytes of its files; documents count when they are ready to be stored. */
export class ReadingProgress {
  readonly meter = new InputMeter();
  readonly #total: number | null;
  #read = 0;

  /** `total`: bytes of all files; null where that is not known. */
  constructor(total: number | null) {
    this.#total = total;
  }

  add(bytes: number): void {
    this.#read += bytes;
  }

  /** The part that is read, from 0 to 1; null where it is not known. */
  get part(): number | null {
    if (this.#total === null || this.#total === 0) return null;
    return Math.min(1, this.#read / this.#total);
  }
}
