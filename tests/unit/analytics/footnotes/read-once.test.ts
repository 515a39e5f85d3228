import { describe, expect, it } from "vitest";
import { readOnce } from "@/lib/analytics/footnotes/read-once";

function counting() {
  const read: string[] = [];
  const length = readOnce((text) => {
    read.push(text);
    return text.length;
  });
  return { read, length };
}

describe("a reading that remembers", () => {
  it("reads a text once, whatever it gives", () => {
    const { read, length } = counting();
    expect([length("ab"), length(""), length("ab"), length("")]).toEqual([2, 0, 2, 0]);
    expect(read).toEqual(["ab", ""]);
  });

  it("holds at most two generations, and keeps what is asked for again", () => {
    const { read, length } = counting();
    length("kept");
    for (let n = 0; n < 4_000; n += 1) length(`first ${n}`);
    length("kept");
    for (let n = 0; n < 4_000; n += 1) length(`second ${n}`);
    expect(length("kept")).toBe(4);
    expect(read.filter((text) => text === "kept")).toHaveLength(1);
    expect(length("first 0")).toBe(7);
    expect(read.filter((text) => text === "first 0")).toHaveLength(2);
  });

  it("holds the last few very long texts", () => {
    const { read, length } = counting();
    const long = Array.from({ length: 10 }, (_, i) => String(i).repeat(5_001));
    for (const text of [...long, ...long.slice(2)]) expect(length(text)).toBe(5_001);
    expect(read).toEqual(long);
    expect([length(long[0] ?? ""), read.length]).toEqual([5_001, 11]);
  });
});
