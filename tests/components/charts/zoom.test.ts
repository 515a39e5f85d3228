import { describe, expect, it } from "vitest";
import { dayOf } from "@/components/charts/scales/days";
import { across, heightScale, shareOf } from "@/components/charts/scales/linear";
import { planTimeline } from "@/components/charts/timeline/plan-timeline";
import { closeRange, closesWithin } from "@/components/charts/timeline/price/price-path";
import { dragWindow, gripAt } from "@/components/charts/zoom/drag-window";
import { keyStep } from "@/components/charts/zoom/key-step";
import { moveMonths, snapDays } from "@/components/charts/zoom/snap-days";
import { daysShown, spanDomain, spanEnds } from "@/components/charts/zoom/time-span";
import { mark } from "./marks";

const SPAN = { from: "2010-03-15", to: "2019-11-02", months: [] };
const AXIS = spanDomain(SPAN);

describe("the span that can be zoomed into", () => {
  it("is whole months, its last day whole", () => {
    expect(spanEnds(SPAN)).toEqual(["2010-03-01", "2019-11-30"]);
    expect(AXIS).toEqual([dayOf("2010-03-01"), dayOf("2019-12-01")]);
  });

  it("is told with its open ends filled in, but never as days that run backwards", () => {
    expect(daysShown(SPAN, { from: null, to: null })).toBe("15 Mar 2010 – 2 Nov 2019");
    expect(daysShown(SPAN, { from: "2018-06-01", to: null })).toBe("1 Jun 2018 – 2 Nov 2019");
    expect(daysShown(SPAN, { from: null, to: "2012-12-31" })).toBe("15 Mar 2010 – 31 Dec 2012");
    expect(daysShown(SPAN, { from: "2030-01-01", to: null })).toBe("from 1 Jan 2030");
    expect(daysShown(SPAN, { from: null, to: "2001-12-31" })).toBe("to 31 Dec 2001");
    expect(daysShown(SPAN, { from: "2030-01-01", to: "2031-12-31" })).toBe("1 Jan 2030 – 31 Dec 2031");
  });
});

describe("places on an axis as days", () => {
  it("are whole months on a long axis, days on a short one", () => {
    expect(snapDays([dayOf("2014-02-10") + 0.4, dayOf("2015-06-20")], AXIS)).toEqual(["2014-02-01", "2015-06-30"]);
    const year = [dayOf("2014-01-01"), dayOf("2015-01-01")] as const;
    expect(snapDays([dayOf("2014-06-20"), dayOf("2014-02-10") + 0.4], year)).toEqual(["2014-02-10", "2014-06-20"]);
  });

  it("move by months, ends of months staying ends", () => {
    const limits = ["2010-01-01", "2020-12-31"] as const;
    expect(moveMonths("2014-01-31", 1, limits)).toBe("2014-02-28");
    expect(moveMonths("2014-02-28", 1, limits)).toBe("2014-03-31");
    expect(moveMonths("2014-03-01", -12, limits)).toBe("2013-03-01");
    expect(moveMonths("2010-02-01", -12, limits)).toBe("2010-01-01");
  });
});

describe("the window on the strip", () => {
  const window = [dayOf("2014-01-01"), dayOf("2015-01-01")] as const;

  it("is taken by an end, by its middle, or made anew beside it", () => {
    expect(gripAt(window[0] + 20, window, AXIS, 3).part).toBe("from");
    expect(gripAt(window[1] - 20, window, AXIS, 3).part).toBe("to");
    expect(gripAt(window[0] + 180, window, AXIS, 3).part).toBe("window");
    expect(gripAt(dayOf("2017-01-01"), window, AXIS, 3).part).toBe("new");
    expect(gripAt(dayOf("2017-01-01"), AXIS, AXIS, 3).part).toBe("new");
  });

  it("keeps its length when it is moved, and stays on the strip", () => {
    const grip = gripAt(window[0] + 180, window, AXIS, 3);
    expect(dragWindow(grip, window[0] + 180 + 31, AXIS)).toEqual({ from: "2014-02-01", to: "2015-01-31" });
    expect(dragWindow(grip, AXIS[1] + 9000, AXIS).to).toBe("2019-11-30");
  });

  it("is new from where the drag began, whichever way it went", () => {
    const grip = gripAt(dayOf("2017-03-10"), window, AXIS, 3);
    const chosen = { from: "2017-03-01", to: "2018-05-31" };
    expect(dragWindow(grip, dayOf("2018-05-10"), AXIS)).toEqual(chosen);
    const back = gripAt(dayOf("2018-05-10"), window, AXIS, 3);
    expect(dragWindow(back, dayOf("2017-03-10"), AXIS)).toEqual(chosen);
  });

  it("moves by keys, its ends never past one another", () => {
    const shown = { from: "2014-01-01", to: "2014-12-31" };
    expect(keyStep("ArrowRight", "from", shown, spanEnds(SPAN))).toEqual({ from: "2014-02-01", to: "2014-12-31" });
    expect(keyStep("PageUp", "to", shown, spanEnds(SPAN))).toEqual({ from: "2014-01-01", to: "2015-12-31" });
    expect(keyStep("Home", "from", shown, spanEnds(SPAN))).toEqual({ from: "2010-03-01", to: "2014-12-31" });
    expect(keyStep("End", "from", shown, spanEnds(SPAN))).toEqual({ from: "2014-12-31", to: "2014-12-31" });
    expect(keyStep("a", "from", shown, spanEnds(SPAN))).toBeNull();
  });
});

describe("scales of a plot without a known width", () => {
  it("place across by parts of the width and up by pixels", () => {
    expect([across([0, 200], 50), across([5, 5], 5), shareOf([0, 3], 1)]).toEqual(["25%", "50%", 33.33]);
    const y = heightScale([-100, 300], 10, 210);
    expect([y(-100), y(300), y(0)]).toEqual([210, 10, 160]);
  });
});

describe("a zoomed timeline", () => {
  const marks = [mark({ id: "a#1", date: "2018-01-05" }), mark({ id: "b#1", date: "2018-06-05", value: 4000 })];
  const days = [dayOf("2018-06-01"), dayOf("2018-07-01")] as const;

  it("has the axis that was chosen and the marks on it", () => {
    const plan = planTimeline(marks, { measure: "value", days });
    expect(plan?.points.map((point) => point.mark.id)).toEqual(["b#1"]);
    expect(plan?.days).toEqual(days);
    expect(planTimeline(marks, { measure: "value", days: [dayOf("2019-01-01"), dayOf("2019-02-01")] })).toBeNull();
  });

  it("draws the closes of these days, and one beyond each end", () => {
    const closes = ["2018-01-02", "2018-05-30", "2018-06-04", "2018-06-29", "2018-07-02", "2018-08-01"].map(
      (date, index) => ({ date, close: 50 + index }),
    );
    const inside = closesWithin(closes, days);
    expect(inside.map(({ close }) => close)).toEqual([51, 52, 53, 54]);
    expect(closeRange(inside)).toEqual([51, 54]);
    expect(closesWithin(closes, [dayOf("2019-01-01"), dayOf("2019-02-01")])).toEqual([]);
    expect([closesWithin([], days), closeRange([])]).toEqual([[], null]);
    const plan = planTimeline(marks, { measure: "price", days, closes });
    expect(plan?.y[0]).toBeLessThanOrEqual(10);
    expect(plan?.y[1]).toBeGreaterThan(54);
  });
});
