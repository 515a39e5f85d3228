import { z } from "zod";
import { parseEdgarJson, wrongContent } from "./wrong-content";

export interface CompanyTicker {
  /** Without leading zeros. */
  cik: string;
  ticker: string;
  title: string;
}

const WHAT = "The list of tickers (company_tickers.json)";
const COMPANIES = z.record(
  z.string(),
  z.object({ cik_str: z.number().int().positive(), ticker: z.string(), title: z.string() }),
);

/** Reads `/files/company_tickers.json`. @throws LedgerError `edgar-wrong-content` */
export function parseCompanyTickers(text: string): CompanyTicker[] {
  const read = COMPANIES.safeParse(parseEdgarJson(text, WHAT));
  if (!read.success) throw wrongContent(WHAT, `has another shape: ${z.prettifyError(read.error).split("\n")[0]}`);
  return Object.values(read.data).map(({ cik_str, ticker, title }) => ({ cik: String(cik_str), ticker, title }));
}

/** The company of a ticker in any spelling (`brk.b`, `BRK/B`, `$brk-b`), or null when the list lacks it. */
export function findTicker(companies: readonly CompanyTicker[], word: string): CompanyTicker | null {
  const wanted = plain(word);
  return companies.find((company) => plain(company.ticker) === wanted) ?? null;
}

function plain(ticker: string): string {
  return ticker.trim().replace(/^\$/, "").replace(/[./]/g, "-").toUpperCase();
}
