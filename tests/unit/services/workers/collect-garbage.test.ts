import { setImmediate } from "node:timers/promises";
import { expect, it } from "vitest";
import { collectGarbage } from "@/lib/services/workers/collect-garbage";

/** What is let go at once; made apart, so that no variable here still holds it. */
function letGo(): WeakRef<object>[] {
  return Array.from({ length: 1_000 }, () => new WeakRef({ words: "held by nobody" }));
}

it("gives back what nobody holds any more, and nothing that is held", async () => {
  const held = { words: "held" };
  const kept = new WeakRef(held);
  const gone = letGo();
  // What a weak reference was made of lives on to the end of its turn.
  await setImmediate();
  collectGarbage();
  expect(gone.filter((one) => one.deref() !== undefined)).toEqual([]);
  expect(kept.deref()).toBe(held);
  expect("gc" in globalThis).toBe(false);
});
