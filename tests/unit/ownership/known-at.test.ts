import { describe, expect, it } from "vitest";
import { knownAt, latestSignatureDate, newYorkInstant } from "@/lib/ownership/known-at";

const signed = (...dates: (string | null)[]) => dates.map((signatureDate) => ({ signatureName: null, signatureDate }));

const unnamed = { accession: null, periodOfReport: null };

describe("when the public could know a filing", () => {
  it("takes the acceptance time first", () => {
    const facts = {
      ...unnamed,
      acceptedAt: "2018-12-11T22:01:02.000Z",
      filingDate: "2018-12-11",
      signatures: signed("2018-12-10"),
    };
    expect(knownAt(facts)).toEqual({ at: "2018-12-11T22:01:02.000Z", basis: "accepted" });
  });

  it("else 22:00 in New York on the filing date: 03:00 UTC in winter, 02:00 in summer", () => {
    const on = (filingDate: string) =>
      knownAt({ ...unnamed, acceptedAt: null, filingDate, signatures: signed("2018-01-01") });
    expect(on("2018-12-11")).toEqual({ at: "2018-12-12T03:00:00.000Z", basis: "filing-date" });
    expect(on("2018-07-11")).toEqual({ at: "2018-07-12T02:00:00.000Z", basis: "filing-date" });
  });

  it("else 22:00 on the latest signature date, an estimate", () => {
    const facts = {
      ...unnamed,
      acceptedAt: null,
      filingDate: null,
      signatures: signed("2018-12-11-05:00", "2018-12-10", null, "soon"),
    };
    expect(knownAt(facts)).toEqual({ at: "2018-12-12T03:00:00.000Z", basis: "signature-date" });
  });

  it("goes on to the signature when the filing date can't be read", () => {
    const facts = { ...unnamed, acceptedAt: null, filingDate: "12/11/2018", signatures: signed("2018-12-10") };
    expect(knownAt(facts).basis).toBe("signature-date");
  });

  it.each([
    ["after the accession's year", "2033-01-04", "2022-12-31", "2023-01-04"],
    ["a year before its trade", "2022-02-03", "2023-02-02", "2023-02-03"],
    ["after the accession's year, its day before the period", "2033-01-04", "2023-03-01", "2023-03-01"],
    ["on a leap day that the year lacks", "2024-02-29", "2023-02-27", "2023-02-27"],
    ["after the accession's year, with a period that can't be", "2033-01-04", "2032-12-31", "2023-01-04"],
    ["after the accession's year, without a period", "2033-01-04", null, "2023-01-04"],
  ])("reads a signature %s in the accession's year", (_, signature, periodOfReport, day) => {
    const facts = { accession: "0009900001-23-001273", periodOfReport, acceptedAt: null, filingDate: null };
    const known = knownAt({ ...facts, signatures: signed(signature) });
    expect(known).toEqual({ at: newYorkInstant(day, 22), basis: "signature-date" });
  });

  it.each([
    ["signed at the end of a year and filed in the next", "2022-12-30", "2022-12-29"],
    ["signed in January after an accession of December", "2024-01-02", "2023-12-29"],
    ["of an old period, signed before the accession's year", "2021-05-03", "2020-01-31"],
    ["whose period lies after the accession's year", "2022-11-01", "2032-10-31"],
    ["signed before its period in the accession's year", "2023-03-01", "2023-04-01"],
  ])("leaves the date of a filing %s", (_, signature, periodOfReport) => {
    const facts = { accession: "0009900001-23-001273", periodOfReport, acceptedAt: null, filingDate: null };
    expect(knownAt({ ...facts, signatures: signed(signature) }).at).toBe(newYorkInstant(signature, 22));
  });

  it("leaves any signature date where no accession number is known", () => {
    const facts = { ...unnamed, acceptedAt: null, filingDate: null, signatures: signed("2033-01-04") };
    expect(knownAt(facts).at).toBe(newYorkInstant("2033-01-04", 22));
  });

  it("else knows nothing", () => {
    expect(knownAt({ ...unnamed, acceptedAt: null, filingDate: null, signatures: signed(null, "2018-02-30") })).toEqual(
      {
        at: null,
        basis: null,
      },
    );
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
