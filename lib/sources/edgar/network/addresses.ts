import { LedgerError } from "@/lib/errors";

/** The hosts that serve EDGAR; a stand-in or mirror serves all of it from one. */
export interface EdgarHosts {
  /** Archives, feeds and files: `https://www.sec.gov`. No slash at the end. */
  www: string;
  /** The submissions API: `https://data.sec.gov`. */
  data: string;
}

const SEC: EdgarHosts = { www: "https://www.sec.gov", data: "https://data.sec.gov" };

/** The hosts for an `EDGAR_URL`, or the SEC's own. @throws LedgerError `edgar-url-invalid` */
export function edgarHosts(url: string | null): EdgarHosts {
  if (url === null) return SEC;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^https?:$/.test(parsed.protocol) || parsed.search !== "" || parsed.hash !== "") {
    throw new LedgerError("edgar-url-invalid", `EDGAR_URL “${url}” is no address of a server.`, {
      advice: "Use http://127.0.0.1:<port> for a stand-in, or leave EDGAR_URL unset for sec.gov.",
    });
  }
  const base = `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, "");
  return { www: base, data: base };
}

export function companyTickersUrl(hosts: EdgarHosts): string {
  return `${hosts.www}/files/company_tickers.json`;
}

/** The list of a party's filings; `cik` without leading zeros. */
export function submissionsUrl(hosts: EdgarHosts, cik: string): string {
  return `${hosts.data}/submissions/CIK${cik.padStart(10, "0")}.json`;
}

/** A file with older filings, by the name that the list gives. @throws LedgerError `edgar-wrong-content` */
export function olderPageUrl(hosts: EdgarHosts, name: string): string {
  if (/^CIK\d{10}-submissions-\d{3}\.json$/.test(name)) return `${hosts.data}/submissions/${name}`;
  throw new LedgerError("edgar-wrong-content", `“${name}” is no file with older filings.`);
}

/** The full submission text. */
export function submissionTextUrl(hosts: EdgarHosts, cik: string, accession: string): string {
  return `${hosts.www}/Archives/edgar/data/${cik}/${accession.replaceAll("-", "")}/${accession}.txt`;
}

/** A page of the feed of current filings; `form` is matched as a prefix. */
export function currentFeedUrl(hosts: EdgarHosts, form: string, start: number): string {
  const query = { action: "getcurrent", type: form, owner: "only", count: "100", start: String(start), output: "atom" };
  return `${hosts.www}/cgi-bin/browse-edgar?${new URLSearchParams(query)}`;
}

export interface YearQuarter {
  year: number;
  quarter: number;
}

function quarterFolder({ year, quarter }: YearQuarter): string {
  return `${year}/QTR${quarter}`;
}

/** Which daily indexes a quarter has. */
export function dailyListingUrl(hosts: EdgarHosts, quarter: YearQuarter): string {
  return `${hosts.www}/Archives/edgar/daily-index/${quarterFolder(quarter)}/index.json`;
}

/** The form index of a day, `YYYY-MM-DD`. */
export function dailyIndexUrl(hosts: EdgarHosts, day: string): string {
  const quarter = { year: Number(day.slice(0, 4)), quarter: Math.ceil(Number(day.slice(5, 7)) / 3) };
  return `${hosts.www}/Archives/edgar/daily-index/${quarterFolder(quarter)}/form.${day.replaceAll("-", "")}.idx`;
}

export function fullIndexUrl(hosts: EdgarHosts, quarter: YearQuarter): string {
  return `${hosts.www}/Archives/edgar/full-index/${quarterFolder(quarter)}/form.idx`;
}

/** The page that links every quarterly data set. */
export function datasetListingUrl(hosts: EdgarHosts): string {
  return `${hosts.www}/data-research/sec-markets-data/insider-transactions-data-sets`;
}

/** The folders that data sets have been published in, with the first quarter of each, the newest first. */
const DATASET_FOLDERS: readonly { from: string; folder: string }[] = [
  { from: "2026q2", folder: "/files/datastandardsinnovation/data/insider-transactions-data-sets" },
  { from: "2006q1", folder: "/files/structureddata/data/insider-transactions-data-sets" },
];

/**
 * Where the data set of a quarter may be, the likeliest first: where the page of data sets says (`listed`, a path), else
 * the folder of that quarter's time, then the others.
 */
export function datasetUrls(hosts: EdgarHosts, quarter: string, listed: string | undefined): string[] {
  const name = `${quarter}_form345.zip`;
  const { origin } = new URL(hosts.www);
  const likely = DATASET_FOLDERS.filter(({ from }) => quarter >= from);
  const other = DATASET_FOLDERS.filter(({ from }) => quarter < from);
  const known = [...likely, ...other].map(({ folder }) => `${hosts.www}${folder}/${name}`);
  return [...new Set(listed === undefined ? known : [`${origin}${listed}`, ...known])];
}
