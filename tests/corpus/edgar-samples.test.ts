import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findTicker, parseCompanyTickers } from "@/lib/sources/edgar/formats/company-tickers";
import { parseCurrentFeed } from "@/lib/sources/edgar/formats/current-feed";
import { parseFolderListing } from "@/lib/sources/edgar/formats/folder-listing";
import { parseIndex } from "@/lib/sources/edgar/formats/index-lines";
import { checkSubmissionText } from "@/lib/sources/edgar/formats/submission-text-check";
import { parseOlderPage, parseSubmissions } from "@/lib/sources/edgar/formats/submissions-list";
import { FILINGS } from "./filings";

const EDGAR = process.env.EDGAR_SAMPLES_DIR ?? "../shared/edgar";
const present = existsSync(EDGAR);
if (!present) console.log(`No samples of EDGAR at ${EDGAR}: their tests are skipped (set EDGAR_SAMPLES_DIR).`);

const sample = (name: string) => readFileSync(join(EDGAR, name), "latin1");

/** The figures were counted by a script of another language over the same files. */
describe.skipIf(!present)("EDGAR's own answers", () => {
  it.each([
    ["type4-page0", 100, 46, "0002063236-25-000004", "0000950142-25-003181"],
    ["type4-page1", 100, 36, "0000950142-25-003181", "0001140361-25-045409"],
    ["all-page0", 100, 44, "0002063236-25-000004", "0000950142-25-003182"],
  ])("the feed %s", (name, entries, filings, first, last) => {
    const feed = parseCurrentFeed(sample(`getcurrent/${name}.atom.xml`));
    expect([feed.entries, feed.filings.length]).toEqual([entries, filings]);
    expect([feed.filings[0]?.accession, feed.filings.at(-1)?.accession]).toEqual([first, last]);
    expect(feed.warnings).toEqual([]);
  });

  it("the form index of 18 March 2020", () => {
    const { filings, lines, warnings } = parseIndex(sample("index/form.20200318.idx"), "form.20200318.idx");
    expect([filings.length, lines, warnings.length]).toEqual([1036, 4084, 0]);
    expect(filings[0]).toEqual({
      accession: "0000899243-20-008926",
      cik: "1770787",
      form: "3",
      filedOn: "2020-03-18",
    });
    expect(filings.some((filing) => filing.accession === "0001529628-20-000035")).toBe(true);
  });

  it("the damaged, the empty and the master index", () => {
    expect(parseIndex(sample("index/badform.idx.txt"), "badform.idx")).toMatchObject({ filings: [], lines: 10 });
    expect(parseIndex(sample("index/badform.idx.txt"), "badform.idx").warnings).toEqual([]);
    expect(parseIndex(sample("index/empty-form.idx"), "empty.idx")).toEqual({ filings: [], lines: 0, warnings: [] });
    const master = parseIndex(sample("index/master.20181231.idx"), "master.idx");
    expect([master.lines, master.warnings.length]).toEqual([10, 0]);
    expect(master.filings.map((filing) => filing.accession)).toEqual([
      "0001209191-18-064398",
      "0000899681-18-000088",
      "0000899681-18-000091",
    ]);
  });

  it.each([
    ["CIK0000320193.json", 627, "0000320193-23-000079", 1],
    ["submissions_CIK0000315090.json", 348, "0001193125-26-054947", 0],
    ["submissions_CIK0000310522.json", 17, "0002102148-25-000002", 3],
    ["submissions_CIK0001033331.json", 804, "0001065280-26-000091", 0],
    ["submissions_CIK0001830056.json", 0, undefined, 0],
  ])("the submissions in %s", (name, filings, first, pages) => {
    const read = parseSubmissions(sample(`submissions/${name}`), name);
    expect([read.filings.length, read.filings[0]?.accession, read.olderPages.length]).toEqual([filings, first, pages]);
    expect(read.warnings).toEqual([]);
  });

  it("an older page", () => {
    const { filings } = parseOlderPage(sample("submissions/CIK0000320193-submissions-001.json"), "320193", "older");
    expect(filings).toHaveLength(625);
    expect(filings.at(-1)).toMatchObject({ accession: "0001104659-03-004723", cik: "320193", filedOn: "2003-03-21" });
  });

  it("the tickers", () => {
    const companies = parseCompanyTickers(sample("company-tickers/company_tickers.json"));
    expect(companies).toHaveLength(9610);
    expect(["qlys", "BRK.B", "AAPL"].map((word) => findTicker(companies, word)?.cik)).toEqual([
      "1107843",
      "1067983",
      "320193",
    ]);
  });

  it("the listing of a filing's folder", () => {
    const files = parseFolderListing(sample("filing-index/0001213900-24-004875-index.json"), "index.json");
    expect(files.map((file) => file.name)).toContain("0001213900-24-004875.txt");
  });
});

describe.skipIf(!existsSync(join(FILINGS, "submissions")))("real submission texts", () => {
  it("are whole, each of them", () => {
    const folder = join(FILINGS, "submissions");
    const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
    expect(names.length).toBeGreaterThan(100);
    for (const name of names) checkSubmissionText(readFileSync(join(folder, name)), name.replace(".txt", ""));
  });
});
