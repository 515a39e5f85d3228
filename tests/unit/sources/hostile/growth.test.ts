import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { expectSoon, outcome, submission, TEXT, upTo, XML } from "./outcomes";

const HTML = readFileSync("tests/fixtures/html/form4.html", "utf8");
const inPage = (added: string) => HTML.replace("</body>", () => `${added}</body>`);
const MB = 1_000_000;

test("what the hostile parts are put into is read", () => {
  expect([HTML, TEXT, XML, submission("")].map(outcome)).toEqual(["document", "document", "document", "document"]);
});

describe("A page of 1 MB", () => {
  test.each([
    ["unclosed cells", upTo(MB, "<td>")],
    ["unclosed rows", `<table>${upTo(MB, "<tr>")}`],
    ["unclosed paragraphs", upTo(MB, "<p>")],
    ["closing tags alone", upTo(MB, "</td>")],
    ["angle brackets", "<".repeat(MB)],
    ["comments never closed", upTo(MB, "<!-- ")],
    ["attributes", `<td ${upTo(MB, "a=b ")}>`],
    ["entities", upTo(MB, "&amp")],
    ["blanks", `<td>${" ".repeat(MB)}x</td>`],
    ["footnote marks", `<td>${upTo(MB, "<sup>(1)</sup>")}</td>`],
    ["boxes in one row", `<table><tr>${upTo(MB, '<td></td><td class="SmallFormText">Form 3 Holdings Reported</td>')}`],
    ["boxes unknown", `<table><tr>${upTo(MB, '<td class="SmallFormText">Check this box if green</td>')}`],
    [
      "owners",
      `<table><tr>${upTo(MB, '<td><span class="MedSmallFormText">1. Name and Address of Reporting Person</span></td>')}`,
    ],
    ["signature captions", `<table>${upTo(MB, "<tr><td></td><td>** Signature of Reporting Person</td></tr>")}</table>`],
  ])("of %s", (_, added) =>
    expectSoon(inPage(added), ["document", "html-too-deep", "html-too-large", "document-too-large"]),
  );
});

describe("A submission near its limits", () => {
  const header = (line: string) => submission("", `${upTo(990_000, line)}\n`);
  test.each([
    [
      "documents",
      submission(`<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n${"x".repeat(9_000)}\n</TEXT>\n</DOCUMENT>\n`.repeat(999)),
    ],
    ["documents without text", submission(`<DOCUMENT>\n${"x".repeat(9_000)}\n</DOCUMENT>\n`.repeat(999))],
    ["documents without an end", submission(`<DOCUMENT>\n${"\n".repeat(9_000)}`.repeat(999))],
    ["ends of texts", submission(`<DOCUMENT>\n${"</TEXT>".repeat(1_000)}`.repeat(999))],
    ["ends without a document", submission(upTo(900_000, "</DOCUMENT>\n"))],
    ["a header's unknown lines", header("X: y\n")],
    ["a header's blanks", header(" ")],
    ["a header's issuers", header("ISSUER:\n")],
    ["a header's line of words", header("A ")],
    ["a header's tags", header("<A>")],
  ])("of %s", (_, text) => expectSoon(text, ["document"]));
  test("of owners that differ between header and form is compared in one pass", () => {
    const party = (i: number) =>
      `REPORTING-OWNER:\n\tCOMPANY CONFORMED NAME:\tA ${i}\n\tCENTRAL INDEX KEY:\t${i + 1}\n`;
    const parties = Array.from({ length: 12_000 }, (_, i) => party(i)).join("");
    const owner = (i: number) =>
      `<reportingOwner><reportingOwnerId><rptOwnerCik>${i + 900_000}</rptOwnerCik></reportingOwnerId></reportingOwner>`;
    const owners = Array.from({ length: 50_000 }, (_, i) => owner(i)).join("");
    expectSoon(
      submission("", parties).replace("<reportingOwner>", () => `${owners}<reportingOwner>`),
      ["document-too-large"],
    );
  });
});

describe("A text of 1 MB", () => {
  const lines = (line: string) => upTo(MB, `${upTo(19_000, line)}\n`);
  test.each([
    ["short lines", upTo(MB, "x\n")],
    ["empty lines", "\n".repeat(MB)],
    ["signatures", upTo(MB, "/s/ A B 12/11/2018\n")],
    ["captions", upTo(MB, "Table II - Derivative Securities\n")],
    ["numbers of notes", upTo(MB, "1. x\n")],
    ...["[", "[](", "**a ", "**", "^(1", "<a ", "&#", "(1)", "⁽", "1. ", " ", "\\", "`", "_"].map((one) => [
      `“${one}”`,
      lines(one),
    ]),
  ])("of %s behind the form", (_, added) =>
    expectSoon(`${TEXT}\n${added}`, ["document", "document-too-large", "text-too-large"]),
  );
});

describe("A footnote of 200,000 characters", () => {
  test.each([
    "pursuant to a Rule 10b5-1 trading plan adopted on May 17, 2018 ",
    "10b5-1 ",
    "10b5-1 plan. ",
    "not 10b5-1 plan, ",
    "no 10b5-1 ",
    "adopted ",
    "May 17, 2018 ",
    "ranging from $1.00 to $2.00, ",
    "$1.00 to ",
    "$1",
    "1,1",
    "1",
    ".",
    " ",
    "\n",
    "(",
    "“",
    "A ",
    "a",
    "Mr. ",
    ", and ",
    "includes 312 shares acquired under the ESPP ",
    "312 shares ",
    "2-for-1 stock split ",
    "American Depositary Shares, each representing 5 ",
    "EUR 5.00 ",
    "to cover tax withholding ",
    "transferred 100 shares to the trust ",
    "dividend reinvestment plan ",
    "the highest price was $1 and the lowest ",
  ])("of “%s”", (words) => {
    const note = upTo(200_000, words);
    const noted = XML.replace(/(?<=<footnote id="F1">)[^<]*/, () => note);
    expect(noted.length).toBeGreaterThan(190_000);
    expectSoon(noted, ["document"]);
  });
});
