import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { type AtomFeed, atomXml, xmlText } from "@/lib/http/feed/atom";

const FEED: AtomFeed = {
  id: "tag:insider-ledger.invalid,2026:watch?issuers=1",
  title: "A list",
  subtitle: "Of one",
  updated: "2024-03-05T20:01:02.000Z",
  self: "http://127.0.0.1/api/v1/watch.atom?issuers=1&insiders=2",
  alternate: "http://127.0.0.1/watch?issuers=1&insiders=2",
  author: "the insider ledger",
  entries: [
    {
      id: "tag:insider-ledger.invalid,2026:filing/0000000001-24-000001",
      title: "Form 4",
      updated: "2024-03-05T20:01:02.000Z",
      alternate: "http://127.0.0.1/filings/0000000001-24-000001",
      authors: ["One", "Two"],
      content: ["first line", "second line"],
      categories: ["Form 4", "S"],
    },
  ],
};

/** The texts of elements by path, and the attributes, as an XML parser that rejects bad XML reads them. */
function parse(xml: string): { texts: string[]; attributes: string[] } {
  const parser = new SaxesParser({ xmlns: true });
  const path: string[] = [];
  const [texts, attributes]: [string[], string[]] = [[], []];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag) => {
    expect(tag.uri).toBe("http://www.w3.org/2005/Atom");
    path.push(tag.name);
    for (const [name, { value }] of Object.entries(tag.attributes))
      attributes.push(`${path.join("/")}@${name}=${value}`);
  });
  parser.on("text", (text) => {
    if (text.trim() !== "") texts.push(`${path.join("/")}=${text}`);
  });
  parser.on("closetag", () => path.pop());
  parser.write(xml).close();
  return { texts, attributes };
}

describe("an Atom feed", () => {
  it("has what RFC 4287 asks for, in its namespace, declared", () => {
    const xml = atomXml(FEED);
    expect(xml.startsWith('<?xml version="1.0" encoding="utf-8"?>\n')).toBe(true);
    const { texts, attributes } = parse(xml);
    expect(texts).toEqual([
      "feed/id=tag:insider-ledger.invalid,2026:watch?issuers=1",
      "feed/title=A list",
      "feed/subtitle=Of one",
      "feed/updated=2024-03-05T20:01:02.000Z",
      "feed/author/name=the insider ledger",
      "feed/entry/id=tag:insider-ledger.invalid,2026:filing/0000000001-24-000001",
      "feed/entry/title=Form 4",
      "feed/entry/updated=2024-03-05T20:01:02.000Z",
      "feed/entry/author/name=One",
      "feed/entry/author/name=Two",
      "feed/entry/content=first line\nsecond line",
    ]);
    expect(attributes).toContain("feed/link@href=http://127.0.0.1/api/v1/watch.atom?issuers=1&insiders=2");
    expect(attributes).toContain("feed/link@rel=self");
    expect(attributes).toContain("feed/link@rel=alternate");
    expect(attributes).toContain("feed/entry/category@term=S");
  });

  it("holds hostile names as text", () => {
    const name = `</name></author><script>alert("1")</script>&amp; ]]> <!-- '"`;
    const entry = { ...given(FEED.entries[0]), title: name, authors: [name], categories: [name], content: [name] };
    const { texts, attributes } = parse(atomXml({ ...FEED, entries: [entry] }));
    expect(texts).toContain(`feed/entry/title=${name}`);
    expect(texts).toContain(`feed/entry/author/name=${name}`);
    expect(attributes).toContain(`feed/entry/category@term=${name}`);
  });

  it("replaces what XML can't hold and keeps the rest, whatever the text", () => {
    expect(xmlText("A\u0000B\u0007C\uD800D\uFFFEE")).toBe("A\uFFFDB\uFFFDC\uFFFDD\uFFFDE");
    expect(xmlText("\u001b[31m\u007F\u009B2J💩")).toBe("\uFFFD[31m\uFFFD\uFFFD2J💩");
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        const { texts } = parse(atomXml({ ...FEED, title: `[${text}]` }));
        const read = texts.find((one) => one.startsWith("feed/title="))?.slice("feed/title=".length) ?? "";
        const kept = text
          .replace(/\r\n?/g, "\n")
          .replace(/[^\t\n\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
        expect(read).toBe(`[${kept}]`);
      }),
    );
  });
});

function given<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("nothing there");
  return value;
}
