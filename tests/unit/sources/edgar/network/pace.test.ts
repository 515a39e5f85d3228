import { fork } from "node:child_process";
import { once } from "node:events";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { systemClock } from "@/lib/sources/edgar/network/clock";
import { Pace } from "@/lib/sources/edgar/network/pace";
import { RateMeter } from "@/lib/sources/edgar/stand-in/rate-meter";
import { AGENT, fictionalFilings, rehearse, scratchFolder } from "../../../../support/edgar";

const scratch = scratchFolder();
afterAll(() => scratch.drop());

/** A clock that jumps: sleeping takes no time. */
function jumpingClock(start = 1_000_000) {
  const slept: number[] = [];
  let at = start;
  return {
    slept,
    now: () => at,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
      at += milliseconds;
    },
    random: () => 0.5,
  };
}

describe("the pace", () => {
  it("spaces starts evenly, eight a second at most", async () => {
    const clock = jumpingClock();
    const pace = new Pace(join(scratch.path, "even"), "host", clock);
    const starts: number[] = [];
    for (let i = 0; i < 40; i++) {
      const answered = await pace.turn();
      starts.push(clock.now());
      await answered();
    }
    const meter = new RateMeter();
    for (const start of starts) meter.add(start);
    expect(meter.mostPerSecond).toBe(7);
    expect(starts[39]).toBeCloseTo(1_000_000 + 39 * 143.75, 5);
  });

  it("counts a request until a second after its answer, however late that comes", async () => {
    const clock = jumpingClock();
    const pace = new Pace(join(scratch.path, "late"), "host", clock);
    const answers: (() => Promise<void>)[] = [];
    for (let i = 0; i < 8; i++) answers.push(await pace.turn());
    await clock.sleep(5_000);
    for (const answered of answers) await answered();
    const answeredAt = clock.now();
    await pace.turn();
    expect(clock.now()).toBeGreaterThanOrEqual(answeredAt + 1_000);
    expect(clock.now()).toBeLessThan(answeredAt + 1_200);
  });

  it("rests all together after a block, and only until then", async () => {
    const clock = jumpingClock();
    const folder = join(scratch.path, "rest");
    await new Pace(folder, "host", clock).rest(clock.now() + 5_000);
    await new Pace(folder, "host", clock).turn();
    expect(clock.now()).toBe(1_005_000);
    await new Pace(folder, "other-host", clock).turn();
    expect(clock.now()).toBe(1_005_000);
  });

  it("does not stop for a clock that was set back", async () => {
    const folder = join(scratch.path, "back");
    const late = jumpingClock(2_000_000_000);
    await new Pace(folder, "host", late).turn();
    const early = jumpingClock(1_000_000_000);
    await new Pace(folder, "host", early).turn();
    expect(early.slept).toEqual([143.75]);
  });

  it("takes over the lock of a process that died, and reads a file cut short as a new one", async () => {
    const folder = join(scratch.path, "died");
    const pace = new Pace(folder, "host", systemClock);
    writeFileSync(join(folder, "host.json"), '{"last":12');
    writeFileSync(join(folder, "host.json.lock"), "gone");
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(folder, "host.json.lock"), old, old);
    await pace.turn();
    writeFileSync(join(folder, "host.json.lock"), `999999999 ${hostname()} of a process that is no more`);
    await pace.turn();
    // Both turns were had: nothing waits for the dead.
    expect(readdirSync(folder).filter((name) => name.includes(".lock"))).toEqual([]);
  });

  it("says what to do when the folder can't be used", () => {
    writeFileSync(join(scratch.path, "file"), "");
    expect(() => new Pace(join(scratch.path, "file", "inner"), "host", systemClock)).toThrow(
      expect.objectContaining({ code: "edgar-pace-folder" }),
    );
  });

  it("holds for four processes at once: the server never sees more than eight within a second", async () => {
    const edgar = await rehearse(fictionalFilings(["2024-03-04"], 2));
    const script = join(process.env.INSIDER_HOME ?? ".", "tests", "support", "ask-edgar.mjs");
    const children = [0, 1, 2, 3].map(() =>
      fork(script, [edgar.standIn.url, join(edgar.folder, "shared-pace"), "7"], {
        env: { ...process.env, SEC_USER_AGENT: AGENT },
        execArgv: [],
      }),
    );
    const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(edgar.standIn.meter.requests).toBe(28);
    expect(edgar.standIn.meter.mostPerSecond).toBeLessThanOrEqual(8);
    await edgar.close();
  });
});
