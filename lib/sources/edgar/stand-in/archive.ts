import { readFile } from "node:fs/promises";
import type { Content } from "./answers";
import {
  atomFeed,
  companyTickers,
  datasetPage,
  datasetPath,
  type FeedEntry,
  feedEntries,
  folderListing,
  formIndex,
  submissions,
} from "./layouts";
import type { ServedFiling, ServedFolder } from "./served-filings";

export interface FeedManners {
  /** Lists entries in another order than that of acceptance. */
  shuffled?: boolean;
  /** Each page begins with the last entries of the page before. */
  overlap?: number;
}

/** What EDGAR has published so far, and its answers by path. */
export class StandInArchive {
  private readonly published: ServedFiling[] = [];
  private readonly waiting: ServedFiling[];

  constructor(
    private readonly folder: ServedFolder,
    heldBack: number,
    private readonly recent: number | undefined,
    readonly feed: FeedManners,
  ) {
    const at = Math.max(0, folder.filings.length - heldBack);
    this.published.push(...folder.filings.slice(0, at));
    this.waiting = folder.filings.slice(at);
  }

  /** Publishes the next filings that were held back. Returns their accession numbers. */
  publish(count: number): string[] {
    const next = this.waiting.splice(0, count);
    this.published.push(...next);
    return next.map((filing) => filing.accession);
  }

  get held(): number {
    return this.waiting.length;
  }

  get filings(): readonly ServedFiling[] {
    return this.published;
  }

  /** The answer of a path, or null when EDGAR has none. */
  async answer(url: URL, now: number): Promise<Content | null> {
    const { pathname } = url;
    if (pathname === "/files/company_tickers.json") return json(companyTickers(this.published));
    const party = /^\/submissions\/CIK(\d{10})(?:-submissions-(\d{3}))?\.json$/.exec(pathname);
    if (party !== null) {
      const cik = (party[1] ?? "").replace(/^0+(?=\d)/, "");
      return json(submissions(this.published, cik, Number(party[2] ?? 0), this.recent));
    }
    if (pathname === "/cgi-bin/browse-edgar") return this.feedPage(url, now);
    if (pathname === DATASET_PAGE) return html(datasetPage([...this.folder.datasets.keys()]));
    const dataset = /^\/files\/.+\/(\d{4}q[1-4]_form345\.zip)$/.exec(pathname)?.[1];
    if (dataset !== undefined) return pathname === datasetPath(dataset) ? this.dataset(dataset) : null;
    return this.indexFile(pathname) ?? this.filingFile(pathname);
  }

  private indexFile(pathname: string): Content | null {
    const match = /^\/Archives\/edgar\/(daily|full)-index\/(\d{4})\/QTR([1-4])\/(.+)$/.exec(pathname);
    if (match === null) return null;
    const [, kind, year = "", quarter = "", name = ""] = match;
    const own = this.published.filter((filing) => quarterOf(filing.filedOn) === `${year}q${quarter}`);
    const days = [...new Set(own.map((filing) => filing.filedOn))].sort();
    if (name === "index.json") {
      const names = kind === "full" ? ["form.idx"] : days.map((day) => `form.${day.replaceAll("-", "")}.idx`);
      return json(folderListing(`${kind}-index/${year}/QTR${quarter}/`, names));
    }
    if (kind === "full") return name === "form.idx" && own.length > 0 ? text(formIndex(own, "quarter")) : null;
    const day = days.find((candidate) => name === `form.${candidate.replaceAll("-", "")}.idx`);
    return day === undefined
      ? null
      : text(
          formIndex(
            own.filter((filing) => filing.filedOn === day),
            "day",
          ),
        );
  }

  private async filingFile(pathname: string): Promise<Content | null> {
    const match = /^\/Archives\/edgar\/data\/(\d+)\/(?:(\d{18})\/)?(?:(\d{10}-\d{2}-\d{6})\.txt|index\.json)$/.exec(
      pathname,
    );
    if (match === null) return null;
    const [, cik, folder, accession] = match;
    const filing = this.published.find(
      (one) => one.accession === accession || one.accession.replaceAll("-", "") === folder,
    );
    if (filing === undefined || ![filing.issuer, ...filing.owners].some((party) => party.cik === cik)) return null;
    if (accession === undefined) {
      const names = [`${filing.accession}-index.html`, `${filing.accession}.txt`];
      return json(folderListing(pathname.replace(/\/index\.json$/, ""), names));
    }
    return { type: "text/plain", body: await filing.bytes() };
  }

  private async dataset(name: string): Promise<Content | null> {
    const path = this.folder.datasets.get(name);
    return path === undefined ? null : { type: "application/zip", body: await readFile(path) };
  }

  private feedPage(url: URL, now: number): Content | null {
    const { searchParams } = url;
    if (searchParams.get("action") !== "getcurrent") return null;
    const form = searchParams.get("type") ?? "";
    const number = (name: string, otherwise: number) => Number(searchParams.get(name) ?? otherwise) || otherwise;
    const start = Math.max(0, number("start", 0) - (number("start", 0) > 0 ? (this.feed.overlap ?? 0) : 0));
    const entries = this.entries().filter((entry) => entry.form.startsWith(form));
    const page = entries.slice(start, start + Math.min(100, number("count", 40)));
    return { type: "application/atom+xml", body: Buffer.from(atomFeed(page, new Date(now).toISOString()), "latin1") };
  }

  /** The newest first, with prospectuses in between as the prefix match of `type=4` brings them. */
  private entries(): FeedEntry[] {
    const entries = this.published.flatMap((filing, i) => {
      const own = feedEntries(filing);
      return i % 5 === 0 ? [...own, prospectus(filing, i)] : own;
    });
    if (!this.feed.shuffled) return entries.reverse();
    // A fixed disorder: the order of the accession numbers read backwards.
    const key = (entry: FeedEntry) => [...entry.accession].reverse().join("");
    return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
}

function prospectus(filing: ServedFiling, n: number): FeedEntry {
  const accession = `0009999999-${filing.accession.slice(11, 13)}-${String(n).padStart(6, "0")}`;
  const { issuer, filedOn, acceptedAt } = filing;
  return { form: "424B2", accession, party: issuer, role: "Filer", filedOn, updated: acceptedAt };
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

const DATASET_PAGE = "/data-research/sec-markets-data/insider-transactions-data-sets";

function html(body: string): Content {
  return { type: "text/html; charset=UTF-8", body: Buffer.from(body) };
}

function json(body: string | null): Content | null {
  return body === null ? null : { type: "application/json", body: Buffer.from(body) };
}

/** Indexes are Latin-1. */
function text(body: string): Content {
  return { type: "text/plain", body: Buffer.from(body, "latin1") };
}
