import { describe, expect, it } from "vitest";
import { parseCurrentFeed } from "@/lib/sources/edgar/formats/current-feed";
import { feedEntry, feedOf } from "./own-fixtures";

describe("the feed of current filings", () => {
  it("names a filing once for all its parties, and passes over the forms that only begin with a 4", () => {
    const feed = feedOf([
      feedEntry("4", "9900002", "0009900001-20-000002", "Reporting"),
      feedEntry("4", "9900001", "0009900001-20-000002"),
      feedEntry("424B2", "9900001", "0009900001-20-000004"),
      feedEntry("4/A", "9900003", "0009900001-20-000003"),
    ]);
    expect(parseCurrentFeed(feed)).toEqual({
      filings: [
        { accession: "0009900001-20-000002", cik: "9900002", form: "4", filedOn: "2020-03-18" },
        { accession: "0009900001-20-000003", cik: "9900003", form: "4/A", filedOn: "2020-03-18" },
      ],
      entries: 4,
      warnings: [],
    });
  });

  it("lists an entry that names no filing", () => {
    const broken = feedEntry("4", "9900002", "0009900001-20-000002").replace(/<id>.*<\/id>/, "<id>urn:none</id>");
    const { filings, warnings } = parseCurrentFeed(feedOf([broken]));
    expect(filings).toEqual([]);
    expect(warnings).toEqual([
      {
        code: "edgar-feed-entry-damaged",
        message: "Entry 1 of the feed (4 - Fern & Gully (0009900002) (Issuer)) names no filing.",
        path: "entry 1",
      },
    ]);
  });

  it("reads an empty page", () => {
    expect(parseCurrentFeed(feedOf([]))).toEqual({ filings: [], entries: 0, warnings: [] });
  });

  it.each([
    ["cut", feedOf([feedEntry("4", "1", "0009900001-20-000002")]).slice(0, -9)],
    ["a page", "<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head></html>"],
    ["words", "Service unavailable"],
  ])("refuses what is no feed: %s", (_, text) => {
    expect(() => parseCurrentFeed(text)).toThrow(expect.objectContaining({ code: "edgar-wrong-content" }));
  });
});
