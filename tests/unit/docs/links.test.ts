import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "@/tests/architecture/import-graph";

const pages = ["README.md", "CHANGELOG.md", ...markdownBelow("docs")];

function markdownBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownBelow(path);
    return entry.name.endsWith(".md") ? [path] : [];
  });
}

describe("the documents", () => {
  it("begin with a title", () => {
    expect(pages.filter((page) => !readFileSync(join(ROOT, page), "utf8").startsWith("# "))).toEqual([]);
  });

  it("cite only what is there", () => {
    const dead = pages.flatMap((page) => {
      const text = readFileSync(join(ROOT, page), "utf8").replace(/```[\s\S]*?```/g, "");
      const links = [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
      const paths = [
        ...text.matchAll(
          /`((?:lib|app|components|tests|scripts|prisma|docs|bench|bin)\/[\w./[\]-]+\.(?:ts|tsx|mjs|md|json|tsv|sql|prisma))`/g,
        ),
      ];
      const cited = [
        ...links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => join(dirname(page), link)),
        ...paths.map((match) => match[1] ?? ""),
      ];
      return cited.filter((path) => !existsSync(join(ROOT, path))).map((path) => `${page}: ${relative(".", path)}`);
    });
    expect(dead).toEqual([]);
  });
});
