import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds of work before others have their turn. */
const TURN = 10;

/** Maps items one by one, and lets the process serve others each few milliseconds: thousands of documents take seconds to read. */
export async function takeTurns<T, Made>(items: readonly T[], make: (item: T) => Made): Promise<Made[]> {
  const made: Made[] = [];
  let begun = performance.now();
  for (const item of items) {
    made.push(make(item));
    if (performance.now() - begun < TURN) continue;
    await nextTurn();
    begun = performance.now();
  }
  return made;
}
