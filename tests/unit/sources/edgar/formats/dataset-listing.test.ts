import { describe, expect, it } from "vitest";
import { parseDatasetListing } from "@/lib/sources/edgar/formats/dataset-listing";
import { datasetUrls, edgarHosts } from "@/lib/sources/edgar/network/addresses";

const PAGE = "https://www.sec.gov/data-research/sec-markets-data/insider-transactions-data-sets";
const OLD = "/files/structureddata/data/insider-transactions-data-sets";
const NEW = "/files/datastandardsinnovation/data/insider-transactions-data-sets";

describe("the page of data sets", () => {
  it("gives each quarter's own folder, relative and whole links alike, the first of two", () => {
    const html = `<p>Data <a class="x" href="${NEW}/2026q2_form345.zip">Q2</a><A HREF='https://www.sec.gov${OLD}/2026q1_form345.zip'>
      <a href="/files/elsewhere/2026q1_form345.zip">again</a><a href="/files/insider_transactions_readme.pdf">readme</a>`;
    expect([...parseDatasetListing(html, PAGE)]).toEqual([
      ["2026q2", `${NEW}/2026q2_form345.zip`],
      ["2026q1", `${OLD}/2026q1_form345.zip`],
    ]);
  });

  it("takes no link to another host or folder, and refuses a page without any", () => {
    const html = `<a href="https://evil.example/files/2026q2_form345.zip">a</a><a href="/other/2026q2_form345.zip">b</a>
      <a href="http://[broken">c</a>`;
    expect(() => parseDatasetListing(html, PAGE)).toThrow(expect.objectContaining({ code: "edgar-wrong-content" }));
  });

  it("tries the listed address first, then the folder of the quarter's time", () => {
    const hosts = edgarHosts(null);
    const [old, moved] = [OLD, NEW].map((folder) => `https://www.sec.gov${folder}/`);
    expect(datasetUrls(hosts, "2019q4", undefined)).toEqual([`${old}2019q4_form345.zip`, `${moved}2019q4_form345.zip`]);
    expect(datasetUrls(hosts, "2026q2", undefined)).toEqual([`${moved}2026q2_form345.zip`, `${old}2026q2_form345.zip`]);
    expect(datasetUrls(hosts, "2026q2", "/files/third/2026q2_form345.zip")).toEqual([
      "https://www.sec.gov/files/third/2026q2_form345.zip",
      `${moved}2026q2_form345.zip`,
      `${old}2026q2_form345.zip`,
    ]);
    expect(datasetUrls(hosts, "2026q2", `${NEW}/2026q2_form345.zip`)).toHaveLength(2);
  });
});
