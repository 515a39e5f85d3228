import { hash } from "node:crypto";
import type { BulkRecord, BulkTable, BulkValue } from "@/lib/store/writing/connection";

/** The values of a row as either database gives it, in the order of the table's columns. */
export function recordOf(table: BulkTable, row: Record<string, unknown>): BulkRecord {
  return table.columns.map(([name, type]): BulkValue => {
    const value = row[name] ?? null;
    if (value === null) return null;
    return type === "boolean" ? value === true || value === 1 : (value as BulkValue);
  });
}

/**
 * A checksum over rows in any order: the sum of each row's hash, in four lanes of 32 bits. Two tables with equal checksums
 * and counts hold the same rows, whatever database keeps them.
 */
export class Checksum {
  readonly #lanes = [0, 0, 0, 0];
  count = 0;

  add(record: BulkRecord): void {
    const text = JSON.stringify(record.map((value) => (value instanceof Uint8Array ? hexOf(value) : value)));
    const digest = hash("sha256", text, "buffer");
    for (let lane = 0; lane < 4; lane++) {
      this.#lanes[lane] = ((this.#lanes[lane] ?? 0) + digest.readUInt32LE(lane * 4)) >>> 0;
    }
    this.count += 1;
  }

  toString(): string {
    return this.#lanes.map((lane) => lane.toString(16).padStart(8, "0")).join("");
  }
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}
