import { describe, expect, test } from "vitest";
import { limitWarnings } from "@/lib/sources/document-limits";
import { MAX_DOCUMENT_ROWS, MAX_SUBMISSION_DOCUMENTS, MAX_WARNINGS } from "@/lib/sources/limits";
import { readDocument } from "@/lib/sources/read-document";
import { expectSoon, outcome, submission, TEXT, upTo, XML, xmlWith } from "./outcomes";

const row = (i: number) =>
  `<nonDerivativeHolding><securityTitle><value>Common ${i}</value></securityTitle></nonDerivativeHolding>`;
const rows = (count: number) => Array.from({ length: count }, (_, i) => row(i)).join("");
/** The seed filing has three sales and an exercise in Table I, and one row in Table II. */
const SEED_ROWS = 5;

describe("Documents of more than any filing has are refused whole", () => {
  test("the last row that is taken, and the first that is not", () => {
    expect(outcome(xmlWith("</nonDerivativeTable>", rows(MAX_DOCUMENT_ROWS - SEED_ROWS)))).toBe("document");
    expect(outcome(xmlWith("</nonDerivativeTable>", rows(MAX_DOCUMENT_ROWS - SEED_ROWS + 1)))).toBe(
      "document-too-large",
    );
  });
  test("100,000 rows", () => expectSoon(xmlWith("</nonDerivativeTable>", rows(100_000)), ["document-too-large"]));
  test("100,000 footnotes", () => {
    const notes = Array.from({ length: 100_000 }, (_, i) => `<footnote id="G${i}">n</footnote>`).join("");
    expectSoon(xmlWith("</footnotes>", notes), ["document-too-large"]);
  });
  test("400,000 footnote references on one field that comes twice", () => {
    const field = `<securityTitle>${'<footnoteId id="F1"/>'.repeat(200_000)}</securityTitle>`;
    const filed = `<nonDerivativeHolding>${field}${field}</nonDerivativeHolding>`;
    expectSoon(xmlWith("</nonDerivativeTable>", filed), ["document-too-large"]);
  });
  test("100,000 owners in the form, and in the header", () => {
    const owner =
      "<reportingOwner><reportingOwnerId><rptOwnerName>A</rptOwnerName></reportingOwnerId></reportingOwner>";
    expectSoon(
      XML.replace("<reportingOwner>", () => `${owner.repeat(100_000)}<reportingOwner>`),
      ["document-too-large"],
    );
    const party = "REPORTING-OWNER:\n\tCOMPANY CONFORMED NAME:\t\tA B\n";
    expectSoon(submission("", party.repeat(10_000)), ["document-too-large"]);
    expectSoon(submission("", party.repeat(100_000)), ["submission-too-large"]);
  });
  test("a remark of 20 MB, and a file of 100 MB", () => {
    expectSoon(
      xmlWith("<remarks>", "").replace(
        "</ownershipDocument>",
        () => `<remarks>${"x".repeat(20_000_000)}</remarks></ownershipDocument>`,
      ),
      ["document-too-large"],
    );
    expectSoon(Buffer.alloc(100_000_000, "<ownershipDocument><remarks>x"), ["xml-too-large"]);
  });
  test("a million nested elements in each form of markup", () => {
    expectSoon(xmlWith("</ownershipDocument>", "<a>".repeat(1_000_000)), ["xml-too-deep"]);
    expectSoon(`<html><body>${"<div>".repeat(1_000_000 / 2)}`, ["html-too-deep"]);
  });
  test("tables of text with 100,000 cells: many rows, and rows of many cells", () => {
    const [line = ""] = TEXT.split("\n").filter((one) => /^\| ?Common Stock/.test(one));
    expect(line).not.toBe("");
    expectSoon(
      TEXT.replace(line, () => `${line}\n`.repeat(10_000)),
      ["table-too-large"],
    );
    expectSoon(
      TEXT.replace(line, () => `${line}\n|${"a|".repeat(9_000)}\n`.repeat(12)),
      ["table-too-large"],
    );
    const front = TEXT.slice(0, TEXT.indexOf("Table I"));
    const captions = "Title of Security   Transaction Date   Code   Amount   Price   Owned";
    const aligned = `${front}Table I - Non-Derivative Securities\n\n${captions}\n${upTo(1_800, "a  ")}\n`;
    expectSoon(aligned, ["table-too-large"]);
    expectSoon(`${aligned}${upTo(400_000, `${captions}\n`)}`, ["table-too-large"]);
  });
});

describe("What is said of a document can be shown", () => {
  test("a name of a megabyte is cut in its message, and what was cut is counted", () => {
    const { warnings } = readDocument(
      submission(`<DOCUMENT>\n<TYPE>${"x".repeat(1_000_000)}\n<TEXT>\n</TEXT>\n</DOCUMENT>\n`),
      "hostile",
    );
    const other = warnings.find(({ code }) => code === "other-document");
    expect(other?.message.length).toBeLessThan(3_100);
    expect(other?.message).toMatch(/… \(and 9\d{5} more characters\)$/);
  });
  test("warnings beyond the limit are counted in a last one", () => {
    const many = Array.from({ length: MAX_WARNINGS + 7 }, (_, i) => ({ code: "a-b", message: `${i}`, path: "" }));
    const listed = limitWarnings(many);
    expect(listed).toHaveLength(MAX_WARNINGS + 1);
    expect(listed.at(-1)).toMatchObject({ code: "warnings-not-listed", message: expect.stringMatching(/^7 more/) });
    expect(limitWarnings(many.slice(0, MAX_WARNINGS))).toHaveLength(MAX_WARNINGS);
  });
  test("every other document of a submission is listed, up to the limit", () => {
    const others = (count: number) => submission("<DOCUMENT>\n<TYPE>EX\n</DOCUMENT>\n".repeat(count));
    const { warnings } = readDocument(others(MAX_SUBMISSION_DOCUMENTS - 1), "hostile");
    expect(warnings.filter(({ code }) => code === "other-document")).toHaveLength(MAX_SUBMISSION_DOCUMENTS - 1);
    expect(outcome(others(MAX_SUBMISSION_DOCUMENTS))).toBe("submission-too-large");
    expectSoon(others(100_000), ["submission-too-large"]);
    expectSoon(submission(upTo(40_000_000, "<DOCUMENT>\n")), ["submission-too-large"]);
  });
  test("a submission in armour, of dashes alone", () => {
    const armour = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n";
    expectSoon(`${armour}${submission(upTo(40_000_000, "- -\n"))}`, ["submission-too-large"]);
    expect(outcome(`${armour}${submission(upTo(400_000, "- -\n"))}`)).toBe("document");
  });
});
