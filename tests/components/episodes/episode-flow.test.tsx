import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EpisodeFlow } from "@/components/episodes/episode-flow";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";

const figure = (value: number | null): CitedFigure => ({ value, rows: [], note: null, leftOut: [] });

/** 1,000 shares exercised: 400 withheld, 100 sold. */
const EPISODE: EpisodeView = {
  id: "e",
  issuer: { cik: "9000000001", name: "SAMPLE CORP", symbol: "SMPL" },
  owners: [{ cik: "9000000002", name: "SAMPLE PERSON" }],
  date: "2024-03-01",
  securityTitle: "Common Stock",
  type: "vest",
  outcome: "sale",
  exercised: figure(1000),
  withheld: figure(400),
  returned: figure(0),
  sold: figure(100),
  cost: figure(0),
  proceeds: figure(5000),
  averagePrice: figure(50),
  spread: figure(5000),
  retention: [],
  daysToExpiry: null,
  optionsLeft: figure(null),
  planned: null,
  notes: [],
};

const items = (episode: EpisodeView) =>
  [...renderToStaticMarkup(<EpisodeFlow episode={episode} />).matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, item = ""]) =>
    item.replace(/<[^>]+>/g, ""),
  );

describe("the bar of an exercise", () => {
  it("parts the exercised shares, what is left being kept", () => {
    expect(items(EPISODE)).toEqual(["1,000 exercised", "400 withheld (40 %)", "100 sold (10 %)", "500 kept (50 %)"]);
  });

  it("takes away no more than was exercised", () => {
    expect(items({ ...EPISODE, sold: figure(900) })).toEqual([
      "1,000 exercised",
      "400 withheld (40 %)",
      "600 sold (60 %)",
    ]);
  });

  it.each(["exercised", "withheld", "returned", "sold"])(
    "says nothing of shares kept where those %s are unknown",
    (part) => {
      expect(renderToStaticMarkup(<EpisodeFlow episode={{ ...EPISODE, [part]: figure(null) }} />)).toBe("");
    },
  );
});
