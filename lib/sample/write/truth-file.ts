import { closeSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { IssuerTruth, Truth } from "../truth/truth";

/** Writes `truth.json` while the market is generated: one JSON document, one issuer a line. */
export class TruthFile {
  private readonly handle: number;
  private issuers = 0;

  constructor(folder: string, facts: Omit<Truth, "issuers">) {
    this.handle = openSync(join(folder, "truth.json"), "w");
    const head = JSON.stringify(facts).replace(/\}$/, "");
    writeSync(this.handle, `${head},"issuers":[\n`);
  }

  add(truth: IssuerTruth): void {
    writeSync(this.handle, `${this.issuers === 0 ? "" : ",\n"}${JSON.stringify(truth)}`);
    this.issuers += 1;
  }

  close(): void {
    writeSync(this.handle, "\n]}\n");
    closeSync(this.handle);
  }
}
