import { describe, expect, it } from "vitest";
import { findTicker, parseCompanyTickers } from "@/lib/sources/edgar/formats/company-tickers";
import { listedDays, parseFolderListing } from "@/lib/sources/edgar/formats/folder-listing";
import { checkSubmissionText } from "@/lib/sources/edgar/formats/submission-text-check";
import { parseOlderPage, parseSubmissions } from "@/lib/sources/edgar/formats/submissions-list";

const wrong = expect.objectContaining({ code: "edgar-wrong-content" });

describe("company_tickers.json", () => {
  const companies = parseCompanyTickers(
    '{"0":{"cik_str":9900001,"ticker":"FERN","title":"Fern Gully Foods"},"1":{"cik_str":9900007,"ticker":"MOS-B","title":"Moss"}}',
  );

  it.each([
    ["fern", "9900001"],
    ["$FERN", "9900001"],
    ["mos.b", "9900007"],
    ["MOS/B", "9900007"],
    ["GONE", null],
  ])("finds %s", (word, cik) => {
    expect(findTicker(companies, word)?.cik ?? null).toBe(cik);
  });

  it("refuses what is cut or of another shape", () => {
    expect(() => parseCompanyTickers('{"0":{"cik_str":99')).toThrow(wrong);
    expect(() => parseCompanyTickers('{"0":{"cik":1}}')).toThrow(wrong);
  });
});

const COLUMNS = {
  accessionNumber: ["0009900001-20-000002", "0009900001-20-000001", "0009900001-19-000009", "nonsense"],
  filingDate: ["2020-03-18", "2020-03-17", "2019-12-31", "2019-01-01"],
  form: ["4", "10-K", "3/A", "4"],
};

describe("the submissions of a party", () => {
  it("gives its ownership filings, the older pages, and a warning for what is no accession number", () => {
    const older = { name: "CIK0009900001-submissions-001.json", filingCount: 7, filingFrom: "2001-01-01" };
    const json = { cik: "0009900001", name: "Fern Gully Foods", filings: { recent: COLUMNS, files: [] as object[] } };
    json.filings.files.push({ ...older, filingTo: "2018-01-01" });
    const read = parseSubmissions(JSON.stringify(json), "CIK0009900001.json");
    expect(read.cik).toBe("9900001");
    expect(read.filings).toEqual([
      { accession: "0009900001-20-000002", cik: "9900001", form: "4", filedOn: "2020-03-18" },
      { accession: "0009900001-19-000009", cik: "9900001", form: "3/A", filedOn: "2019-12-31" },
    ]);
    expect(read.olderPages).toEqual([{ name: older.name, filingCount: 7, filingTo: "2018-01-01" }]);
    expect(read.warnings.map((warning) => warning.path)).toEqual(["CIK0009900001.json entry 4"]);
  });

  it("reads an older page, which is the columns alone", () => {
    expect(parseOlderPage(JSON.stringify(COLUMNS), "9900001", "older.json").filings).toHaveLength(2);
  });

  it("refuses columns of different lengths: they would pair the wrong filings", () => {
    const shifted = { ...COLUMNS, form: COLUMNS.form.slice(1) };
    expect(() => parseOlderPage(JSON.stringify(shifted), "1", "older.json")).toThrow(/different lengths/);
  });
});

describe("a folder's listing", () => {
  it("gives the days with a form index", () => {
    const names = ["form.20200318.idx", "master.20200318.idx", "form.20200317.idx", "form.20201399.idx", "sitemap.xml"];
    const json = JSON.stringify({ directory: { item: names.map((name) => ({ name, size: "657 KB" })), name: "x" } });
    expect(listedDays(parseFolderListing(json, "index.json"))).toEqual(["2020-03-17", "2020-03-18"]);
    expect(() => parseFolderListing("{}", "index.json")).toThrow(wrong);
  });
});

describe("a submission text", () => {
  const accession = "0009900001-20-000002";
  const text = `<SEC-DOCUMENT>${accession}.txt : 20200318\n<DOCUMENT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n`;
  const check = (body: string) => () => checkSubmissionText(Buffer.from(body), accession);

  it("passes when whole, in both envelopes", () => {
    expect(check(text)).not.toThrow();
    const pem = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n${text}-----END PRIVACY-ENHANCED MESSAGE-----\n`;
    expect(check(pem)).not.toThrow();
  });

  it.each([
    ["cut", text.slice(0, -12)],
    ["of another filing", text.replaceAll("000002", "000003")],
    ["a page", "<html>Undeclared Automated Tool</html>"],
    ["empty", ""],
  ])("is refused when %s", (_, body) => {
    expect(check(body)).toThrow(wrong);
  });
});
