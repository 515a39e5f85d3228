import { describe, expect, it } from "vitest";
import type { Warning } from "@/lib/ownership/document";
import { type ReadHeader, readHeader } from "@/lib/sources/submission/read-header";
import { HEADER, LABELLED, pem, TAGGED } from "./submission-fixtures";

function headerOf(submission: string): string {
  return submission.slice(0, submission.indexOf("<DOCUMENT>"));
}

function read(words: string): { read: ReadHeader | null; codes: string[]; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const header = readHeader(words, warnings);
  return { read: header, codes: warnings.map((warning) => warning.code), warnings };
}

describe("readHeader", () => {
  it("reads labels", () => {
    const { read: header, codes } = read(headerOf(LABELLED));
    expect(codes).toEqual([]);
    expect(header).toMatchObject({
      header: HEADER,
      accession: "0009900003-24-000017",
      filingDate: "2024-03-08",
      acceptedAt: "2024-03-08T21:30:12.000Z",
      documentCount: 2,
    });
  });

  it("reads tags, which carry no acceptance time in the feed", () => {
    const { read: header, codes } = read(headerOf(TAGGED));
    expect(codes).toEqual([]);
    expect(header).toMatchObject({
      header: HEADER,
      accession: "0009900003-24-000017",
      filingDate: "2024-03-08",
      acceptedAt: null,
      documentCount: 2,
    });
  });

  it("reads tags with an acceptance time, as a .hdr.sgml has them", () => {
    const sgml = `<SEC-HEADER>x.hdr.sgml : 20240308\n<ACCEPTANCE-DATETIME>20240308163012\n${headerOf(TAGGED).slice(13)}</SEC-HEADER>`;
    expect(read(sgml).read).toMatchObject({ header: HEADER, acceptedAt: "2024-03-08T21:30:12.000Z" });
    expect(read(sgml).codes).toEqual([]);
  });

  it("passes over a PEM envelope without a word", () => {
    expect(read(headerOf(pem(LABELLED)))).toMatchObject({ read: { header: HEADER }, codes: [] });
  });

  it("reads the lines of other systems: CRLF and CR", () => {
    expect(read(headerOf(LABELLED).replaceAll("\n", "\r\n"))).toMatchObject({ read: { header: HEADER }, codes: [] });
    expect(read(headerOf(LABELLED).replaceAll("\n", "\r"))).toMatchObject({ read: { header: HEADER }, codes: [] });
  });

  it("finds no header in white space", () => {
    expect(read("\n\n  \n")).toEqual({ read: null, codes: [], warnings: [] });
  });

  it("says which lines it can't read, by number", () => {
    const { read: header, warnings } = read(
      [
        "<SEC-HEADER>x",
        "ACCESSION NUMBER:\t0009900003-24-17",
        "FILED AS OF DATE:\t20240231",
        "MOON PHASE:\twaxing",
        "stray words",
      ].join("\n"),
    );
    expect(header).toMatchObject({ accession: null, filingDate: null });
    expect(warnings.map(({ code, path }) => [code, path])).toEqual([
      ["header-accession-malformed", "line 2"],
      ["header-date-malformed", "line 3"],
      ["header-line-unknown", "line 4"],
      ["header-line-unknown", "line 5"],
    ]);
    expect(warnings[2]?.message).toContain("MOON-PHASE waxing");
  });

  it("counts unknown lines beyond the twentieth", () => {
    const { warnings } = read(`<SEC-HEADER>x\n${"MOON PHASE:\twaxing\n".repeat(25)}`);
    expect(warnings).toHaveLength(21);
    expect(warnings[20]?.message).toBe("5 more lines of the header are unknown.");
  });

  it("keeps no SIC where the classification is empty", () => {
    const empty = headerOf(LABELLED).replace("PENS, OFFICE & ART SUPPLIES [3950]", "[]");
    expect(read(empty).read?.header.issuer).toMatchObject({ sic: null, name: "QUILLFEATHER & SONS INC" });
  });

  it("keeps the first of two issuers and says so", () => {
    const twice = headerOf(LABELLED).replace("</SEC-HEADER>", "ISSUER:\t\n\tCENTRAL INDEX KEY:\t0009900009\n");
    expect(read(twice)).toMatchObject({ read: { header: HEADER }, codes: ["header-second-issuer"] });
  });
});
