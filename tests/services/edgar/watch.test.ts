import { beforeEach, describe, expect, it } from "vitest";
import { type WatchEvent, watchEdgar } from "@/lib/services/edgar/watch";
import { systemClock } from "@/lib/sources/edgar/network/clock";
import type { Store } from "@/lib/store/client";
import { readCursor, readPeriods } from "@/lib/store/edgar/edgar-periods";
import { dialects, type TestDatabase } from "../../support/databases";
import { fictionalFilings, type Rehearsal, rehearse } from "../../support/edgar";
import { contextOf, ingestDirectly } from "../../support/edgar-ledger";
import { dumpLedger } from "../../support/ledger-dump";

const filings = fictionalFilings(["2024-03-01", "2024-03-04", "2024-03-05"], 20);
/** The evening of the last day, in New York. */
const EVENING = Date.parse("2024-03-06T01:00:00Z");

/** A clock that starts on that evening. */
function eveningClock() {
  const started = Date.now();
  let ahead = 0;
  return {
    ...systemClock,
    now: () => EVENING + (Date.now() - started) + ahead,
    jump: (milliseconds: number) => {
      ahead += milliseconds;
    },
  };
}

/** Watches until `enough` says so after an event, or for at most twenty seconds. */
async function watchUntil(
  edgar: Rehearsal,
  store: Store,
  enough: (events: WatchEvent[]) => boolean | Promise<boolean>,
  more: { since?: string; clock?: ReturnType<typeof eveningClock> } = {},
): Promise<WatchEvent[]> {
  const stop = new AbortController();
  const events: WatchEvent[] = [];
  const context = contextOf(edgar, store, { signal: stop.signal, clock: more.clock ?? eveningClock() });
  const timer = setInterval(async () => {
    if (await enough(events)) stop.abort(new Error("enough"));
  }, 20);
  const late = setTimeout(() => stop.abort(new Error("too late")), 20_000);
  await watchEdgar(context, { every: 10, since: more.since ?? null, onEvent: (event) => events.push(event) });
  clearInterval(timer);
  clearTimeout(late);
  return events;
}

describe.each(dialects())("watch on $name", (dialect) => {
  let database: TestDatabase;
  let store: Store;
  beforeEach(async () => {
    database = await dialect.create();
    store = await database.open();
    return () => database.drop();
  });

  const count = () => store.db.filing.count();

  it("stores what the feed shows, then what is published while it runs, and ends when told", async () => {
    const edgar = await rehearse(filings, { holdBack: 6, feed: { overlap: 7 } });
    const events = await watchUntil(edgar, store, async () => {
      const stored = await count();
      if (stored >= 54 && edgar.standIn.archive.held > 0) edgar.standIn.archive.publish(2);
      return stored === 60;
    });
    expect(events.filter((event) => event.kind === "error")).toEqual([]);
    const direct = await dialect.create();
    const other = await direct.open();
    await ingestDirectly(other, filings);
    expect(await dumpLedger(store)).toEqual(await dumpLedger(other));
    await direct.drop();
    // Each text once, although the feed names each filing for every party, on every page and in every round.
    expect(edgar.standIn.log.filter((path) => path.endsWith(".txt"))).toHaveLength(60);
    expect(edgar.standIn.log.some((path) => path.includes("0009999999"))).toBe(false);
    await edgar.close();
  });

  it("closes the gap of a sleep from the daily indexes, whatever the feed's order", async () => {
    const edgar = await rehearse(filings, { holdBack: 40, feed: { shuffled: true } });
    await watchUntil(edgar, store, async () => (await count()) === 20, { since: "2024-03-01" });
    expect(await readCursor(store.db, "watch")).toBe("2024-03-01");
    edgar.standIn.archive.publish(40);
    edgar.standIn.faults.add({ kind: "html", times: 1_000_000, path: /getcurrent/ });
    const events = await watchUntil(edgar, store, (seen) => seen.some((event) => event.kind === "caught-up"));
    expect(await count()).toBe(60);
    expect(events.filter((event) => event.kind === "stored").map((event) => event.from)).toEqual([
      "2024-03-04",
      "2024-03-05",
    ]);
    const days = await readPeriods(store.db, "day", "2024-03-01", "2024-03-05");
    // The index of the day itself may still grow: it is never done on that day.
    expect([...days.values()].map(({ period, status }) => [period, status]).sort()).toEqual([
      ["2024-03-01", "done"],
      ["2024-03-04", "done"],
    ]);
    await edgar.close();
  });

  it("looks at the indexes again when the machine has slept", async () => {
    const edgar = await rehearse(filings, { holdBack: 3 });
    const clock = eveningClock();
    let asleep = false;
    const events = await watchUntil(
      edgar,
      store,
      async (seen) => {
        if (!asleep && (await count()) === 57) {
          asleep = true;
          edgar.standIn.faults.add({ kind: "html", times: 1_000_000, path: /getcurrent/ });
          edgar.standIn.archive.publish(3);
          clock.jump(8 * 3_600_000);
        }
        return seen.filter((event) => event.kind === "caught-up").length === 2 && (await count()) === 60;
      },
      { clock },
    );
    expect(events.filter((event) => event.kind === "stored" && event.from === "2024-03-05").at(-1)).toMatchObject({
      summary: { created: 3, unchanged: 17, failed: 0 },
    });
    await edgar.close();
  });

  it("tells each failed round, tries again, and has a filing that came late", async () => {
    const edgar = await rehearse(filings.slice(0, 10));
    edgar.standIn.faults.add({ kind: "not-yet", times: 1, path: /000002\.txt$/ });
    edgar.standIn.faults.add({ kind: "server-error", times: 8, path: /getcurrent/ });
    const clock = eveningClock();
    const events = await watchUntil(
      edgar,
      store,
      async (seen) => {
        if (seen.some((event) => event.kind === "stored" && event.summary.failed === 1)) clock.jump(60_000);
        return seen.at(-1)?.kind === "stored" && (await count()) === 10;
      },
      { clock },
    );
    expect(events.find((event) => event.kind === "error")).toMatchObject({ error: { code: "edgar-server-error" } });
    expect(events.at(-1)).toMatchObject({ kind: "stored", from: "queue", summary: { created: 1, failed: 0 } });
    await edgar.close();
  });
});
