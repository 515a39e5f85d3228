import { describe, expect, it } from "vitest";
import { issuerMetadata } from "@/lib/http/pages/party-metadata";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import type { IssuerView } from "@/lib/services/views/shapes/party";

const figure = (value: number): CitedFigure => ({ value, rows: [], note: null, leftOut: [] });

const VIEW: IssuerView = {
  dataVersion: 1,
  asOf: null,
  day: null,
  issuer: { cik: "1107843", name: "QUALYS, INC.", symbol: "QLYS", symbols: ["QLYS"] },
  codes: [],
  range: { from: null, to: null },
  codeCounts: [],
  rows: [],
  totals: {
    buys: figure(0),
    sales: figure(152_750.7458),
    net: figure(-152_750.7458),
    buyers: 0,
    sellers: 0,
    byClass: [],
  },
  months: [],
  span: null,
  roster: [],
  filings: [],
  episodes: [],
  plans: [],
  lines: [],
  lastTrade: "2018-12-10",
  through: null,
  fictional: false,
};

describe("what an issuer's page says of itself", () => {
  it("is the issuer, net activity and last trade, with a feed and a picture", () => {
    expect(issuerMetadata(VIEW, { utm_source: "x" })).toMatchObject({
      title: "QUALYS, INC. QLYS",
      description:
        "Net open market −$152,750.75, Purchases (P) $0.00, Sales (S) $152,750.75, Last trade 10 Dec 2018. Insider trades · 0 filings.",
      alternates: {
        canonical: "/issuers/1107843",
        types: {
          "application/atom+xml": [
            { url: "/api/v1/watch.atom?issuers=1107843", title: "Insider filings: QUALYS, INC. QLYS" },
          ],
        },
      },
      openGraph: { url: "/issuers/1107843", images: [{ url: "/share/issuers/1107843", width: 1200, height: 630 }] },
    });
  });

  it("keeps what makes the view, in one order, and tells of the filter and of invented figures", () => {
    const given = { asof: "2018-12-31", to: "2018", code: "s,M", from: "", foo: "bar" };
    const view = { ...VIEW, asOf: "2018-12-31", fictional: true };
    const { alternates, description, openGraph } = issuerMetadata(view, given);
    expect(alternates?.canonical).toBe("/issuers/1107843?code=s,M&to=2018&asof=2018-12-31");
    expect(description).toMatch(/^Fictional sample market\. Net open market/);
    expect(description).toContain("as of 31 Dec 2018");
    expect(description).toMatch(/The page shows: code S and M, traded to 31 Dec 2018\.$/);
    expect(openGraph).toMatchObject({ images: [{ url: "/share/issuers/1107843?asof=2018-12-31" }] });
  });

  it("says nothing of a day that is none", () => {
    expect(issuerMetadata(VIEW, { asof: "2018-02-30" }).alternates?.canonical).toBe("/issuers/1107843");
  });
});
