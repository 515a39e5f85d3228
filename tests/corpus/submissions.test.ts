import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentDifferences } from "@/lib/ownership/core";
import type { ReadResult } from "@/lib/ownership/document";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

const FILINGS = process.env.FILINGS_DIR ?? join(process.cwd(), "../shared/filings");
const present = existsSync(join(FILINGS, "submissions"));
if (!present) console.log(`submissions: skipped, no filings at ${FILINGS}`);

function submission(accession: string): ReadResult {
  return readSubmissionText(readFileSync(join(FILINGS, "submissions", `${accession}.txt`)));
}

function xmlPaths(): Map<string, string> {
  const paths = readdirSync(join(FILINGS, "xml"), { recursive: true, encoding: "utf8" });
  return new Map(paths.flatMap((path) => (path.endsWith(".xml") ? [[path.slice(-24, -4), path]] : [])));
}

/** Read by eye from the headers; UTC worked out by hand from New York's offset on the day. */
const BY_HAND: readonly [accession: string, form: string, period: string, filed: string, accepted: string][] = [
  ["0000006281-23-000041", "4", "2023-02-16", "2023-02-17", "2023-02-17T21:45:13.000Z"],
  ["0000019446-06-000081", "4", "2006-10-18", "2006-10-19", "2006-10-19T16:34:47.000Z"],
  ["0001104659-06-067430", "4", "2006-10-18", "2006-10-19", "2006-10-19T15:19:51.000Z"],
  ["0001528985-14-000001", "4", "2014-04-24", "2014-04-25", "2014-04-25T21:28:51.000Z"],
  ["0000320193-19-000121", "4", "2019-11-05", "2019-11-07", "2019-11-07T23:30:21.000Z"],
  ["0001209191-20-003062", "3", "2020-01-08", "2020-01-10", "2020-01-10T21:31:29.000Z"],
  ["0000814585-20-000025", "4/A", "2020-03-05", "2020-03-10", "2020-03-10T15:12:13.000Z"],
  ["0000312069-23-000058", "4", "2023-03-17", "2023-03-21", "2023-03-21T19:00:31.000Z"],
  ["0001731122-23-000712", "4", "2023-03-31", "2023-04-25", "2023-04-25T10:09:14.000Z"],
  ["0000107140-23-000078", "4", "2021-07-16", "2023-05-03", "2023-05-03T16:40:31.000Z"],
  ["0001104659-23-068112", "4", "2023-06-01", "2023-06-05", "2023-06-05T21:11:39.000Z"],
  ["0001653558-23-000068", "4", "2023-05-31", "2023-06-06", "2023-06-06T20:10:03.000Z"],
  ["0000899243-23-015913", "4", "2023-06-15", "2023-06-20", "2023-06-20T10:10:39.000Z"],
];

describe.skipIf(!present)("real submissions", () => {
  it("equal the XML of the same accession, all 301", () => {
    const paths = xmlPaths();
    const files = readdirSync(join(FILINGS, "submissions")).filter((name) => name.endsWith(".txt"));
    expect(files).toHaveLength(301);
    const unexpected: string[] = [];
    for (const file of files) {
      const accession = file.slice(0, 20);
      const { document, warnings } = submission(accession);
      const xml = readOwnershipXml(readFileSync(join(FILINGS, "xml", paths.get(accession) ?? accession)));
      const { header, filingDate, acceptedAt } = document;
      expect(document).toEqual({ ...xml.document, accession, header, filingDate, acceptedAt });
      expect(documentDifferences(document, xml.document)).toEqual([]);
      const [ofXml, own] = [xml.warnings, warnings.filter((warning) => warning.code !== "other-document")];
      if (own.length !== ofXml.length) unexpected.push(`${file}: ${own.map((warning) => warning.message).join(" | ")}`);
    }
    expect(unexpected).toEqual([]);
  });

  it("have header, owners and dates in every one, and SIC and documents as a text search counts them", () => {
    for (const file of readdirSync(join(FILINGS, "submissions"))) {
      const text = readFileSync(join(FILINGS, "submissions", file), "latin1");
      const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
      const { document, warnings } = submission(file.slice(0, 20));
      const parties = [document.header?.issuer, ...(document.header?.owners ?? [])];
      expect(document.filingDate).toBe(
        /FILED AS OF DATE:\s+(\d{8})/.exec(text)?.[1]?.replace(/(....)(..)(..)/, "$1-$2-$3"),
      );
      expect(parties).toHaveLength(count(/\tCENTRAL INDEX KEY:/g));
      expect(parties.filter((party) => party?.sic != null)).toHaveLength(count(/\[\d{4}\]$/gm));
      expect(parties.flatMap((party) => party?.formerNames ?? [])).toHaveLength(count(/\tFORMER CONFORMED NAME:/g));
      expect(warnings.filter((warning) => warning.code === "other-document")).toHaveLength(count(/^<DOCUMENT>/gm) - 1);
    }
  });

  it.each(BY_HAND)("%s: form %s, period %s, filed %s, accepted %s", (accession, form, period, filed, accepted) => {
    const { document } = submission(accession);
    expect(document).toMatchObject({ accession, filingDate: filed, acceptedAt: accepted });
    expect(document.header).toMatchObject({ formType: form, periodOfReport: period });
  });

  it("keep former names and SIC of issuer and owner", () => {
    expect(submission("0000899243-23-015913").document.header).toMatchObject({
      issuer: {
        cik: "0000879535",
        name: "DTF TAX-FREE INCOME 2028 TERM FUND INC",
        sic: "0000",
        formerNames: [
          { name: "DTF TAX-FREE INCOME INC", changedOn: "2003-06-25" },
          { name: "DUFF & PHELPS UTILITIES TAX FREE INCOME INC", changedOn: "1992-09-29" },
        ],
      },
      owners: [
        {
          cik: "0000835271",
          name: "JPMorgan Chase Bank, N.A.",
          sic: "6189",
          formerNames: [
            { name: "JPMorgan Chase Bank, National Association", changedOn: "2005-01-14" },
            { name: "CHASE MANHATTAN BANK /NY/", changedOn: "1996-09-11" },
            { name: "CHEMICAL BANK", changedOn: "1993-05-21" },
          ],
        },
      ],
    });
    expect(submission("0001528985-14-000001").document.header).toMatchObject({
      issuer: { sic: "6798", formerNames: [{ changedOn: "2012-01-30" }, { changedOn: "2011-08-30" }] },
      owners: [{ formerNames: [{ name: "Armenta JoAnn M", changedOn: "2004-12-17" }] }],
    });
  });

  it("keep the header's owners beside the form's, which stand in another order", () => {
    const { document } = submission("0001104659-23-068112");
    expect(document.header?.owners.map((owner) => [owner.cik, owner.name])).toEqual([
      ["0000837332", "Athene Annuity & Life Co"],
      ["0001449433", "Apollo Management Holdings GP, LLC"],
      ["0001527469", "Athene Holding Ltd"],
    ]);
    expect(document.reportingOwners.map((owner) => owner.rptOwnerCik)).toEqual([
      "0001449433",
      "0001527469",
      "0000837332",
    ]);
    expect(document.reportingOwners[2]?.rptOwnerName).toBe("Athene Annuity & Life Co");
  });

  it("list their exhibits", () => {
    const { warnings } = submission("0001653558-23-000068");
    expect(warnings.map(({ code, message }) => [code, message])).toEqual([
      [
        "other-document",
        "Document 2 of the submission (EX-24, stephenhipp-powerofattor.htm, EX-24) is not the form and was not read.",
      ],
      [
        "other-document",
        "Document 3 of the submission (GRAPHIC, stephenhipp-powerofattor001.jpg) is not the form and was not read.",
      ],
    ]);
  });
});
