import type { FileHandle } from "node:fs/promises";

/** An open file that is closed when the last one who needs it lets go: the walk that opened it, or a reader elsewhere. */
export class SharedFile {
  readonly handle: FileHandle;
  #users = 1;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  get fd(): number {
    return this.handle.fd;
  }

  keep(): void {
    this.#users += 1;
  }

  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users === 0) await this.handle.close();
  }
}
