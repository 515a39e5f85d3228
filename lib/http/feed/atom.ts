import { inXml } from "@/lib/format/drawable";

/** An Atom 1.0 feed (RFC 4287) as plain text fields; nothing in them is markup. */
export interface AtomFeed {
  /** A `tag:` URI that never changes. */
  id: string;
  title: string;
  subtitle: string;
  /** UTC, ISO 8601. */
  updated: string;
  /** Where the feed is, and the page that shows the same. */
  self: string;
  alternate: string;
  author: string;
  entries: readonly AtomEntry[];
}

export interface AtomEntry {
  id: string;
  title: string;
  /** UTC, ISO 8601. */
  updated: string;
  alternate: string;
  authors: readonly string[];
  /** Lines of text. */
  content: readonly string[];
  /** Short words to sort by: codes, form types. */
  categories: readonly string[];
}

/** The feed as XML. Text from filings is escaped, and what XML can't hold at all is replaced. */
export function atomXml(feed: AtomFeed): string {
  const lines = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", feed.updated),
    `<link rel="self" type="application/atom+xml" href="${xmlText(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(feed.alternate)}"/>`,
    author(feed.author),
    ...feed.entries.flatMap(entryLines),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

function entryLines(entry: AtomEntry): string[] {
  return [
    "<entry>",
    element("id", entry.id),
    element("title", entry.title),
    element("updated", entry.updated),
    `<link rel="alternate" type="text/html" href="${xmlText(entry.alternate)}"/>`,
    ...entry.authors.map(author),
    ...entry.categories.map((term) => `<category term="${xmlText(term)}"/>`),
    `<content type="text">${entry.content.map(xmlText).join("\n")}</content>`,
    "</entry>",
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}

function author(name: string): string {
  return `<author><name>${xmlText(name)}</name></author>`;
}

/** Text for an element or an attribute in double quotes. */
export function xmlText(text: string): string {
  return inXml(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
