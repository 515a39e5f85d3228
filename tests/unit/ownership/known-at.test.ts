import { describe, expect, it } from "vitest";
import { knownAt, latestSignatureDate, newYorkInstant } from "@/lib/ownership/known-at";

const signed = (...dates: (string | null)[]) => dates.map((signatureDate) => ({ signatureName: null, signatureDate }));

describe("when the public could know a filing", () => {
  it("takes the acceptance time first", () => {
    const facts = {
      acceptedAt: "2018-12-11T22:01:02.000Z",
      filingDate: "2018-12-11",
      signatures: signed("2018-12-10"),
    };
    expect(knownAt(facts)).toEqual({ at: "2018-12-11T22:01:02.000Z", basis: "accepted" });
  });

  it("else 22:00 in New York on the filing date: 03:00 UTC in winter, 02:00 in summer", () => {
    const on = (filingDate: string) => knownAt({ acceptedAt: null, filingDate, signatures: signed("2018-01-01") });
    expect(on("2018-12-11")).toEqual({ at: "2018-12-12T03:00:00.000Z", basis: "filing-date" });
    expect(on("2018-07-11")).toEqual({ at: "2018-07-12T02:00:00.000Z", basis: "filing-date" });
  });

  it("else 22:00 on the latest signature date, an estimate", () => {
    const facts = {
      acceptedAt: null,
      filingDate: null,
      signatures: signed("2018-12-11-05:00", "2018-12-10", null, "soon"),
    };
    expect(knownAt(facts)).toEqual({ at: "2018-12-12T03:00:00.000Z", basis: "signature-date" });
  });

  it("goes on to the signature when the filing date can't be read", () => {
    expect(knownAt({ acceptedAt: null, filingDate: "12/11/2018", signatures: signed("2018-12-10") }).basis).toBe(
      "signature-date",
    );
  });

  it("else knows nothing", () => {
    expect(knownAt({ acceptedAt: null, filingDate: null, signatures: signed(null, "2018-02-30") })).toEqual({
      at: null,
      basis: null,
    });
    expect(latestSignatureDate([])).toBeNull();
  });
});

describe("New York's clock", () => {
  it.each([
    ["2024-03-09", 22, "2024-03-10T03:00:00.000Z"],
    ["2024-03-10", 1, "2024-03-10T06:00:00.000Z"],
    ["2024-03-10", 3, "2024-03-10T07:00:00.000Z"],
    ["2024-11-02", 22, "2024-11-03T02:00:00.000Z"],
    ["2024-11-03", 22, "2024-11-04T03:00:00.000Z"],
    // Before 2007 summer time ended on the last Sunday of October.
    ["2003-10-25", 22, "2003-10-26T02:00:00.000Z"],
    ["2003-10-26", 22, "2003-10-27T03:00:00.000Z"],
    ["2003-03-20", 22, "2003-03-21T03:00:00.000Z"],
  ])("%s %d:00 is %s", (date, hours, instant) => {
    expect(newYorkInstant(date, hours)).toBe(instant);
  });

  it("takes minutes and seconds", () => {
    expect(newYorkInstant("2018-12-11", 17, 1, 2)).toBe("2018-12-11T22:01:02.000Z");
  });
});
