import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCycle, type Import, importsOf, ROOT, sourceFiles } from "./import-graph";

/** The rooms of the house and what each may import (docs/architecture.md). Any room may import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "lib/ownership": ["lib/errors"],
  "lib/errors": [],
  "lib/env": [],
  "lib/log": [],
  "lib/format": ["lib/ownership", "lib/errors", "lib/paths", "lib/search-params", "lib/queries"],
  "lib/paths": ["lib/ownership", "lib/errors", "lib/format", "lib/search-params", "lib/queries"],
  "lib/search-params": ["lib/ownership", "lib/errors", "lib/paths", "lib/format", "lib/queries"],
  "lib/queries": ["lib/ownership", "lib/errors", "lib/paths", "lib/format", "lib/search-params"],
  "lib/analytics": ["lib/ownership", "lib/errors"],
  "lib/sample": ["lib/ownership", "lib/errors"],
  "lib/sources": ["lib/ownership", "lib/errors", "lib/env", "lib/log"],
  "lib/store": ["lib/ownership", "lib/errors", "lib/env", "lib/log", "lib/sources", "generated"],
  "lib/services": [
    "lib/ownership",
    "lib/errors",
    "lib/env",
    "lib/log",
    "lib/paths",
    "lib/format",
    "lib/search-params",
    "lib/sources",
    "lib/analytics",
    "lib/store",
    "lib/sample",
  ],
  "lib/http": [
    "lib/ownership",
    "lib/errors",
    "lib/env",
    "lib/paths",
    "lib/format",
    "lib/search-params",
    "lib/services",
  ],
  "lib/cli": [
    "lib/ownership",
    "lib/errors",
    "lib/env",
    "lib/log",
    "lib/paths",
    "lib/format",
    "lib/services",
    "lib/sources",
    "lib/store",
    "lib/sample",
  ],
  components: ["lib/ownership", "lib/errors", "lib/queries", "lib/search-params", "lib/format", "lib/paths"],
  app: [
    "components",
    "lib/services",
    "lib/queries",
    "lib/search-params",
    "lib/format",
    "lib/paths",
    "lib/ownership",
    "lib/errors",
    "lib/http",
  ],
};

/** What may be imported as types alone. */
const TYPES_ONLY: Record<string, readonly string[]> = {
  components: ["lib/services", "lib/analytics"],
  "lib/queries": ["lib/services", "lib/analytics"],
  "lib/format": ["lib/services", "lib/analytics"],
  "lib/paths": ["lib/services"],
  "lib/search-params": ["lib/services"],
};

const files = sourceFiles(["app", "components", "lib"]);
const imports = importsOf(files);

function room(file: string): string {
  const parts = file.split("/");
  if (parts[0] !== "lib") return parts[0] ?? file;
  return `lib/${(parts[1] ?? "").replace(/\.tsx?$/, "")}`;
}

function complaint(one: Import): string | null {
  const from = room(one.from);
  const to = room(one.to);
  if (from === to) return null;
  if (MAY_IMPORT[from]?.includes(to)) return null;
  if (one.typeOnly && TYPES_ONLY[from]?.includes(to)) return null;
  return `${one.from} imports ${one.to}: ${from} may import ${MAY_IMPORT[from]?.join(", ") ?? "nothing: it is no room of the house"}`;
}

describe("the architecture", () => {
  it("sees the source files", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(imports.length).toBeGreaterThan(files.length / 2);
  });

  it("lets imports flow one way", () => {
    expect(imports.map(complaint).filter((line) => line !== null)).toEqual([]);
  });

  it("has no cycle", () => {
    expect(findCycle(imports)).toBeNull();
  });

  it("keeps Prisma and SQL in lib/store", () => {
    const outside = files.filter((file) => !file.startsWith("lib/store/"));
    const guilty = outside.filter((file) =>
      /from "(@prisma\/|@\/generated|libsql|pg")|\$(query|execute)Raw/.test(read(file)),
    );
    expect(guilty).toEqual([]);
  });

  it("keeps the network out of everything but lib/sources/edgar and the browser's own queries", () => {
    const elsewhere = files.filter(
      (file) => !file.startsWith("lib/sources/edgar/") && !file.startsWith("lib/queries/"),
    );
    expect(elsewhere.filter((file) => /\bfetch\(|from "(node:)?https?"|from "undici"/.test(read(file)))).toEqual([]);
  });

  it("keeps files small: none over 400 lines", () => {
    expect(files.filter((file) => read(file).split("\n").length > 400)).toEqual([]);
  });

  it("keeps folders small: none over 12 files", () => {
    const counts = new Map<string, number>();
    for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 12)).toEqual([]);
  });

  it("keeps pages at 50 lines and routes at 60", () => {
    const lines = (file: string) => read(file).trimEnd().split("\n").length;
    expect(files.filter((file) => file.endsWith("/page.tsx") && lines(file) > 50)).toEqual([]);
    expect(files.filter((file) => file.endsWith("/route.ts") && lines(file) > 60)).toEqual([]);
  });

  it("has no room called utils, helpers, common or misc, and no barrel", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.tsx?$)/.test(file))).toEqual([]);
  });

  it("has one seam where a type is cast through unknown", () => {
    expect(files.filter((file) => /\bas unknown as\b/.test(read(file)))).toEqual(["lib/store/client.ts"]);
  });

  it("leaves nothing marked as unfinished", () => {
    expect(files.filter((file) => /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)/.test(read(file)))).toEqual(
      [],
    );
  });

  it("formats dates and numbers in lib/format alone", () => {
    const outside = files.filter((file) => !file.startsWith("lib/format/"));
    expect(
      outside.filter((file) => /toLocale(Date|Time)?String\(|Intl\.(Number|DateTime)Format/.test(read(file))),
    ).toEqual([]);
  });
});

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}
