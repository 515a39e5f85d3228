import { Parser } from "htmlparser2";
import { wrongContent } from "./wrong-content";

const DATASET = /^\/files\/[^?#]*\/(\d{4}q[1-4])_form345\.zip$/;

/**
 * Reads the SEC's page of insider data sets: quarter (`2026q2`) → path of its ZIP on the same host. The folder differs
 * from quarter to quarter (it changed with 2026q2), so it is read, not made up. Links to other hosts don't count.
 * @throws LedgerError `edgar-wrong-content` when the page links no data set
 */
export function parseDatasetListing(html: string, page: string): Map<string, string> {
  const { origin } = new URL(page);
  const paths = new Map<string, string>();
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== "a" || href === undefined || !URL.canParse(href, page)) return;
      const url = new URL(href, page);
      const quarter = DATASET.exec(url.pathname)?.[1];
      if (url.origin === origin && quarter !== undefined && !paths.has(quarter)) paths.set(quarter, url.pathname);
    },
  });
  parser.end(html);
  if (paths.size === 0) throw wrongContent("The page of insider data sets", "links no data set");
  return paths;
}
