/** Lines of one code that are shown; a million filings can warn a million times. */
const SHOWN = 20;

/** Failures and warnings line by line, the first of each code; how many were held back is said at the end. */
export class LimitedLines {
  readonly #counts = new Map<string, number>();
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  add(code: string, line: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= SHOWN) this.#write(`insider: ${line}`);
  }

  end(): void {
    for (const [code, count] of this.#counts) {
      if (count > SHOWN) this.#write(`insider: … and ${count - SHOWN} more of [${code}]`);
    }
  }
}
