import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cliPage } from "../../scripts/cli-docs.mjs";

it("docs/cli.md says what the commands' own help says", () => {
  expect(readFileSync("docs/cli.md", "utf8")).toBe(cliPage());
}, 240_000);
