/**
 * How much of the input has been opened, in bytes of the files on disk. What lies in an archive counts as the part of that
 * archive's bytes that it takes up, an archive inside it too, so that all of it comes to the sizes of the files.
 */
export class InputMeter {
  #seen = 0;
  #untaken = 0;
  #held: number | null = null;

  /** Bytes opened or given away so far. */
  get seen(): number {
    return this.#seen;
  }

  /** Bytes of which everything has been handed on. */
  count(bytes: number): void {
    if (this.#held !== null) this.#held += bytes;
    else {
      this.#seen += bytes;
      this.#untaken += bytes;
    }
  }

  /** Bytes that somebody else counts, when a data set of theirs is read. */
  giveAway(bytes: number): void {
    this.#seen += bytes;
  }

  /** From here to `release` bytes are only set down, to be read later; `held`: those that were so before. */
  hold(held = 0): void {
    this.#held = held;
  }

  /** How many bytes were set down: what is read of them later counts for so many. */
  release(): number {
    const held = this.#held ?? 0;
    this.#held = null;
    return held;
  }

  /** Counts what is missing to `bytes`: what was not read of a file that has come to its end. */
  settle(bytes: number): void {
    this.count(Math.max(0, bytes - this.#seen));
  }

  /** What was counted since the last time. */
  take(): number {
    const bytes = this.#untaken;
    this.#untaken = 0;
    return bytes;
  }
}
