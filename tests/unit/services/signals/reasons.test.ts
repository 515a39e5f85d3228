import { expect, it } from "vitest";
import { clusterReason, episodeReason, planFigure, planReason } from "@/lib/services/signals/reasons";

const traded = { buyValue: 0, saleValue: 0, tradeCount: 3, derivativeCount: 0 };

it("a plan's figure is its sales, else its purchases, and unknown where its trades have no value", () => {
  expect(planFigure({ ...traded, saleValue: 152750.75 })).toBe(152750.75);
  expect(planFigure({ ...traded, saleValue: 100, buyValue: 900 })).toBe(100);
  expect(planFigure({ ...traded, buyValue: 900 })).toBe(900);
  expect(planFigure({ ...traded, saleValue: null })).toBeNull();
  expect(planFigure({ ...traded, buyValue: null })).toBeNull();
  // Sales of unknown value are not stood in for by purchases.
  expect(planFigure({ ...traded, saleValue: null, buyValue: 900 })).toBeNull();
});

it("a plan's figure is 0 where its trades were at a price of 0, and none where it has no trade in Table I", () => {
  expect(planFigure(traded)).toBe(0);
  expect(planFigure({ ...traded, derivativeCount: 3 })).toBeNull();
});

const plan = {
  ...traded,
  issuerCik: "9",
  planKey: "k",
  ownerKey: "91",
  adoptionDate: "2023-05-17",
  adoptionPrecision: "day",
  firstTrade: "2024-12-10",
  lastTrade: "2024-12-12",
  daysMin: 573,
  daysMax: 573,
  waitingOutcome: "satisfied",
  waitingReason: null,
  leftOut: 0,
  singleTrade: false,
  knownAt: null,
  rows: "[]",
};

it("a plan's reason says what is known of its sums, and how many trades are in none", () => {
  const sums = (more: Partial<Parameters<typeof planReason>[0]>) =>
    /; (.+?)\. Waiting/.exec(planReason({ ...plan, ...more }))?.[1];
  expect(sums({ saleValue: 1250, leftOut: 1 })).toBe("3 rows, sold $1,250.00 (1 trade without a known value left out)");
  expect(sums({ saleValue: 1250, buyValue: 30 })).toBe("3 rows, sold $1,250.00, bought $30.00");
  expect(sums({ saleValue: null, leftOut: 3 })).toBe("3 rows, sold for an unknown value");
  expect(sums({ saleValue: null, buyValue: 30, leftOut: 2 })).toBe(
    "3 rows, sold for an unknown value, bought $30.00 (2 trades without a known value left out)",
  );
  expect(sums({ derivativeCount: 3 })).toBe("3 rows, no trade in Table I");
  expect(sums({})).toBe("3 rows, at a price of 0");
});

const cluster = {
  issuerCik: "9",
  side: "sale",
  fromDate: "2024-03-01",
  toDate: "2024-03-14",
  personCount: 3,
  value: 120240 as number | null,
  unvalued: 0,
  visibleAt: "2024-03-18T21:58:00.000Z",
  visibleBy: "f",
  persons: "[]",
  rows: "[]",
};

it("a cluster's reason says how many trades are in no sum", () => {
  expect(clusterReason(cluster)).toBe(
    "3 persons sold $120,240.00 together, 1 Mar – 14 Mar 2024; visible since 18 Mar 2024, 17:58 ET.",
  );
  expect(clusterReason({ ...cluster, unvalued: 2 })).toContain(
    "3 persons sold $120,240.00 together (2 trades without a known value left out), 1 Mar",
  );
  expect(clusterReason({ ...cluster, value: null, unvalued: 3 })).toContain(
    "3 persons sold for an unknown value, 1 Mar",
  );
});

it("an exercise's reason does not pass over counts that are not known", () => {
  const episode: Parameters<typeof episodeReason>[0] = {
    issuerCik: "9",
    episodeKey: "k",
    ownerKey: "91",
    securityTitle: "Common Stock",
    date: "2024-03-01",
    type: "vest",
    outcome: "unclassified",
    exercised: 1000,
    withheld: 0,
    returned: 0,
    sold: 0,
    kept: null,
    cost: null,
    matchedShares: null,
    proceeds: null,
    averagePrice: null,
    spread: null,
    retention0: null,
    retention30: null,
    retention365: null,
    flags: "",
    knownAt: null,
    rows: "[]",
  };
  expect(episodeReason(episode)).toBe("Vest: 1,000 exercised, kept: not known.");
  expect(episodeReason({ ...episode, withheld: null, sold: 300 })).toBe(
    "Vest: 1,000 exercised, withheld: not known, 300 sold, kept: not known.",
  );
  expect(episodeReason({ ...episode, exercised: null, sold: null })).toBe(
    "Vest: exercised: not known, sold: not known, kept: not known.",
  );
});
