import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { HoldingLine } from "@/components/charts/holdings/holding-line";
import { HoldingsChart } from "@/components/charts/holdings/holdings-chart";
import { MonthsChart } from "@/components/charts/monthly/months-chart";
import { TimelineChart } from "@/components/charts/timeline/timeline-chart";
import { mark, SEED_MARKS } from "./marks";

const SOURCE = { title: "EXAMPLE CORP EXMP", isFictional: true };
const NOTHING = () => undefined;

const MARKS = [
  ...SEED_MARKS,
  mark({ id: "b#t1-tx1", date: "2018-03-02", class: "buy", code: "P", planned: false, value: 2_500_000, price: 52 }),
  mark({ id: "c#t1-tx1", date: "2018-06-15", planned: true, planBasis: "filing checkbox", value: 400_000, price: 61 }),
  mark({ id: "d#t1-tx1", date: "2018-07-20", planned: null, price: null, value: null }),
  mark({ id: "e#t1-tx1", date: "2018-09-03", code: "F", class: "tax" }),
];

const CLOSES = ["2018-03-01", "2018-06-01", "2018-09-03", "2018-12-10"].map((date, i) => ({ date, close: 50 + i * 9 }));

function timeline(part: Partial<Parameters<typeof TimelineChart>[0]>): string {
  return drawing(
    <TimelineChart
      marks={MARKS}
      measure="value"
      onMeasure={NOTHING}
      summary="Eight rows."
      span={{ from: "2018-03-02", to: "2018-12-10", months: [{ month: "2018-12", rows: 4 }] }}
      range={{ from: null, to: null }}
      onRange={NOTHING}
      source={SOURCE}
      empty="No trades."
      {...part}
    />,
  );
}

function line(person: string, balances: readonly number[], part: Partial<HoldingLine> = {}): HoldingLine {
  return {
    key: `${person} ${part.label ?? ""}`,
    label: `${person}, Class A, direct`,
    person,
    security: "Class A",
    group: "shares",
    opening: 1000,
    points: balances.map((balance, index) => ({
      id: `${person.slice(0, 1)}#t1-tx${index + 1}`,
      date: `2018-0${index + 2}-15`,
      code: "S",
      change: -100,
      balance,
      residual: index === 1 ? 50 : 0,
      gap: index === 1 ? { anchor: "gap-x", explanation: "unexplained" } : null,
    })),
    ...part,
  };
}

const LINES = [line("ANN EXAMPLE", [900, 850, 700]), line("BEN EXAMPLE", [400, 300])];

function holdings(view: "time" | "row" | "people", lines: readonly HoldingLine[] = LINES): string {
  const choices = { onView: NOTHING, security: null, onSecurity: NOTHING };
  return drawing(<HoldingsChart lines={lines} view={view} name="Shares" source={SOURCE} {...choices} />);
}

/** A chart as the server sends it, an element a line: geometry and words, whatever fonts a machine has. */
function drawing(chart: React.ReactNode): string {
  return `${renderToStaticMarkup(chart).replaceAll("><", ">\n<")}\n`;
}

/** Drawn as they were when somebody last looked at them; `npx vitest run <this file> -u` after looking again. */
describe("charts from fixed data are drawn as before", () => {
  it("timeline by value, above a price line", async () => {
    await expect(timeline({ closes: CLOSES, closesNote: "Closes as imported." })).toMatchFileSnapshot(
      "drawn/timeline-by-value.txt",
    );
  });

  it("timeline by price, over the price line, with bands from footnotes", async () => {
    await expect(timeline({ measure: "price", closes: CLOSES })).toMatchFileSnapshot("drawn/timeline-by-price.txt");
  });

  it("timeline of a stretch of time", async () => {
    await expect(timeline({ range: { from: "2018-06-01", to: "2018-09-30" } })).toMatchFileSnapshot(
      "drawn/timeline-zoomed.txt",
    );
  });

  it("months", async () => {
    const month = { plannedBuys: 0, transactions: 3, unvalued: 0 };
    const months = [
      { ...month, month: "2018-03", buys: 2_500_000, sales: 0, plannedSales: 0 },
      { ...month, month: "2018-06", buys: null, sales: 0, plannedSales: 0, transactions: 1, unvalued: 1 },
      { ...month, month: "2018-12", buys: 0, sales: 1_152_750.75, plannedSales: 152_750.75 },
    ];
    const link = (to: string) => ({ href: `?from=${to}&to=${to}`, onClick: NOTHING });
    await expect(
      drawing(<MonthsChart months={months} day={null} monthLink={link} source={SOURCE} />),
    ).toMatchFileSnapshot("drawn/months.txt");
  });

  it("holdings by date, row by row, and stacked by person", async () => {
    await expect(holdings("time")).toMatchFileSnapshot("drawn/holdings-by-date.txt");
    await expect(holdings("row")).toMatchFileSnapshot("drawn/holdings-row-by-row.txt");
    await expect(holdings("people")).toMatchFileSnapshot("drawn/holdings-stacked.txt");
  });
});

describe("charts of little and of much", () => {
  it("say why there is nothing", () => {
    expect(timeline({ marks: [], span: null })).toContain("No trades.");
    expect(holdings("time", [line("ANN EXAMPLE", [])])).toContain("No reported balance to draw.");
  });

  it("draw one balance as a dot with its dotted way on", () => {
    const one = holdings("time", [line("ANN EXAMPLE", [900], { opening: null })]);
    expect(one.match(/data-index/g)).toHaveLength(1);
    expect(one).toContain('stroke-dasharray="1 3"');
    expect(one).toContain("over 1 reported balance.");
  });

  it("draw all steps of thousands of balances, and dots on some, and say so", () => {
    const balances = Array.from({ length: 5000 }, (_, index) => 10_000 - index);
    const much = line("ANN EXAMPLE", balances);
    much.points = much.points.map((point, index) => ({
      ...point,
      id: `f#t1-tx${index}`,
      date: new Date(Date.UTC(2010, 0, 1 + (index >> 1))).toISOString().slice(0, 10),
      residual: 0,
    }));
    const drawn = holdings("time", [much]);
    expect(drawn.match(/data-index/g)?.length).toBeLessThanOrEqual(121);
    expect(drawn).toMatch(/dots on 1\d\d of 5000 balances; all steps are drawn/);
  });

  it("bin thousands of trades", () => {
    const marks = Array.from({ length: 5000 }, (_, index) =>
      mark({
        id: `f#t1-tx${index}`,
        date: new Date(Date.UTC(2005, 0, 1 + index)).toISOString().slice(0, 10),
      }),
    );
    const drawn = timeline({ marks, span: null });
    expect(drawn.match(/data-index/g)?.length).toBeLessThanOrEqual(600);
    expect(drawn).toContain("Close trades are drawn as their sum.");
  });
});
