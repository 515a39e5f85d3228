import { describe, expect, it } from "vitest";
import { recentAnswers } from "@/lib/services/recent-answers";

function counted() {
  const asked: string[] = [];
  const answer = (key: string) => async () => {
    asked.push(key);
    return key.toUpperCase();
  };
  return { asked, answer };
}

describe("recent answers", () => {
  it("are asked for once, also by two at the same time", async () => {
    const { asked, answer } = counted();
    const recent = recentAnswers(2);
    expect(await Promise.all([recent("a", answer("a")), recent("a", answer("a"))])).toEqual(["A", "A"]);
    expect(await recent("a", answer("a"))).toBe("A");
    expect(asked).toEqual(["a"]);
  });

  it("forget the one that was not asked for the longest", async () => {
    const { asked, answer } = counted();
    const recent = recentAnswers(2);
    for (const key of ["a", "b", "a", "c", "a", "b"]) await recent(key, answer(key));
    // c pushed b out, as a had been asked for again.
    expect(asked).toEqual(["a", "b", "c", "b"]);
  });

  it("keep no failure", async () => {
    const recent = recentAnswers(2);
    const failing = () => Promise.reject(new Error("no"));
    await expect(recent("a", failing)).rejects.toThrow("no");
    expect(await recent("a", async () => "now")).toBe("now");
  });

  it("do not lose a newer answer to the late failure of an older one", async () => {
    const recent = recentAnswers(1);
    let fail: (error: Error) => void = () => {};
    const older = recent("a", () => new Promise<string>((_, reject) => (fail = reject)));
    await recent("b", async () => "B");
    expect(await recent("a", async () => "newer")).toBe("newer");
    fail(new Error("late"));
    await expect(older).rejects.toThrow("late");
    expect(await recent("a", async () => "asked again")).toBe("newer");
  });
});
