import { expect, it } from "vitest";
import { collectGarbage } from "@/lib/services/workers/collect-garbage";

const MEGABYTE = 1024 * 1024;

it("gives back what nobody holds any more", () => {
  let held: Uint8Array[] | null = Array.from({ length: 64 }, () => new Uint8Array(MEGABYTE));
  const before = process.memoryUsage().arrayBuffers;
  expect(held).toHaveLength(64);
  held = null;
  collectGarbage();
  expect(before - process.memoryUsage().arrayBuffers).toBeGreaterThan(60 * MEGABYTE);
  expect("gc" in globalThis).toBe(false);
});
