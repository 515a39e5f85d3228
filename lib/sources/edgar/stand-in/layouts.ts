import type { ServedFiling, ServedParty } from "./served-filings";

/** EDGAR's answers in their real layouts, written from filings. */

/** Filings in the main file of a party; older ones go to further files. */
const RECENT = 1000;

function partiesOf(filing: ServedFiling): ServedParty[] {
  return [...filing.owners, filing.issuer];
}

export function companyTickers(filings: readonly ServedFiling[]): string {
  const companies = new Map<string, { cik_str: number; ticker: string; title: string }>();
  for (const { issuer, ticker } of filings) {
    if (ticker === null) continue;
    companies.set(issuer.cik, { cik_str: Number(issuer.cik), ticker: ticker.replace(".", "-"), title: issuer.name });
  }
  return JSON.stringify(Object.fromEntries([...companies.values()].map((company, i) => [String(i), company])));
}

function columns(filings: readonly ServedFiling[]) {
  return {
    accessionNumber: filings.map((filing) => filing.accession),
    filingDate: filings.map((filing) => filing.filedOn),
    reportDate: filings.map((filing) => filing.period),
    acceptanceDateTime: filings.map((filing) => filing.acceptedAt),
    act: filings.map(() => "34"),
    form: filings.map((filing) => filing.form),
    fileNumber: filings.map(() => ""),
    filmNumber: filings.map(() => ""),
    items: filings.map(() => ""),
    core_type: filings.map((filing) => filing.form),
    size: filings.map((filing) => filing.size),
    isXBRL: filings.map(() => 0),
    isInlineXBRL: filings.map(() => 0),
    primaryDocument: filings.map(() => "xslF345X05/form.xml"),
    primaryDocDescription: filings.map(() => ""),
  };
}

/** The JSON of a party's main file (page 0) or of an older one; null when there is no such. */
export function submissions(
  filings: readonly ServedFiling[],
  cik: string,
  page: number,
  recent = RECENT,
): string | null {
  const own = filings.filter((filing) => partiesOf(filing).some((party) => party.cik === cik)).reverse();
  if (own.length === 0) return null;
  const part = (n: number) => own.slice(n * recent, (n + 1) * recent);
  if (page > 0) return part(page).length === 0 ? null : JSON.stringify(columns(part(page)));
  const padded = cik.padStart(10, "0");
  const files = [];
  for (let n = 1; part(n).length > 0; n++) {
    const older = part(n);
    files.push({
      name: `CIK${padded}-submissions-${String(n).padStart(3, "0")}.json`,
      filingCount: older.length,
      filingFrom: older.at(-1)?.filedOn,
      filingTo: older[0]?.filedOn,
    });
  }
  const { name } = partiesOf(own[0] as ServedFiling).find((party) => party.cik === cik) ?? { name: "" };
  return JSON.stringify({ cik: padded, entityType: "other", name, filings: { recent: columns(part(0)), files } });
}

/** A form index; `day` in the daily style (dates without hyphens), else in that of a quarter. */
export function formIndex(filings: readonly ServedFiling[], style: "day" | "quarter"): string {
  const lines = filings.flatMap((filing) =>
    partiesOf(filing).map((party) => {
      const date = style === "day" ? filing.filedOn.replaceAll("-", "") : filing.filedOn;
      const path = `edgar/data/${party.cik}/${filing.accession}.txt`;
      return `${filing.form.padEnd(12)}${party.name.padEnd(61)} ${party.cik.padEnd(12)}${date.padEnd(12)}${path.padEnd(52)}`;
    }),
  );
  return [
    "Description:           Daily Index of EDGAR Dissemination Feed by Form Type",
    "Comments:              a stand-in for rehearsals",
    "",
    "Form Type   Company Name                                                  CIK         Date Filed  File Name",
    "-".repeat(141),
    ...lines.sort(),
    "",
  ].join("\n");
}

/** The listing of a folder, as `index.json` gives it. */
export function folderListing(path: string, names: readonly string[]): string {
  const item = names.map((name) => ({ "last-modified": "", name, type: "file", href: name, size: "" }));
  return JSON.stringify({ directory: { item, name: path, "parent-dir": "../" } });
}

const DATASETS = "data/insider-transactions-data-sets";

/** Where the SEC has a data set, by its name: the folder changed with the second quarter of 2026. */
export function datasetPath(name: string): string {
  return `/files/${name < "2026q2" ? "structureddata" : "datastandardsinnovation"}/${DATASETS}/${name}`;
}

/** The SEC's page of data sets, as far as its links go. */
export function datasetPage(names: readonly string[]): string {
  const rows = [...names]
    .sort()
    .map((name) => `<tr><td><a href="${datasetPath(name)}">${name.slice(0, 6)}</a></td></tr>`);
  return `<!DOCTYPE html><html><body><a href="/data-research">Data</a><table>${rows.join("\n")}</table></body></html>`;
}

/** One entry of the feed: a filing is listed once for each party. */
export interface FeedEntry {
  form: string;
  accession: string;
  party: ServedParty;
  role: "Reporting" | "Issuer" | "Filer";
  filedOn: string;
  updated: string;
}

export function feedEntries(filing: ServedFiling): FeedEntry[] {
  const { form, accession, filedOn, acceptedAt } = filing;
  const entry = (party: ServedParty, role: FeedEntry["role"]) => {
    return { form, accession, party, role, filedOn, updated: acceptedAt };
  };
  return [...filing.owners.map((owner) => entry(owner, "Reporting")), entry(filing.issuer, "Issuer")];
}

export function atomFeed(entries: readonly FeedEntry[], now: string): string {
  return `<?xml version="1.0" encoding="ISO-8859-1" ?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Latest Filings - ${now}</title>
<link rel="alternate" href="/cgi-bin/browse-edgar?action=getcurrent"/>
<id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent</id>
<author><name>Webmaster</name><email>webmaster@sec.gov</email></author>
<updated>${now}</updated>
${entries.map(atomEntry).join("\n")}
</feed>
`;
}

function atomEntry({ form, accession, party, role, filedOn, updated }: FeedEntry): string {
  const folder = `https://www.sec.gov/Archives/edgar/data/${party.cik}/${accession.replaceAll("-", "")}`;
  return `<entry>
<title>${form} - ${escaped(party.name)} (${party.cik.padStart(10, "0")}) (${role})</title>
<link rel="alternate" type="text/html" href="${folder}/${accession}-index.htm"/>
<summary type="html">
 &lt;b&gt;Filed:&lt;/b&gt; ${filedOn} &lt;b&gt;AccNo:&lt;/b&gt; ${accession} &lt;b&gt;Size:&lt;/b&gt; 10 KB
</summary>
<updated>${updated}</updated>
<category scheme="https://www.sec.gov/" label="form type" term="${form}"/>
<id>urn:tag:sec.gov,2008:accession-number=${accession}</id>
</entry>`;
}

/** The feed says that it is Latin-1; other characters go as references. */
function escaped(text: string): string {
  return text.replace(/[&<>"\u0080-\uffff]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
