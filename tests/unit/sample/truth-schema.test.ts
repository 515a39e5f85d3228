import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { expect, it } from "vitest";
import { marketOf } from "./markets";

it("a truth book is as the docs page describes it", () => {
  const page = readFileSync("docs/sample-market.md", "utf8");
  const schema: unknown = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "null");
  const validate = new Ajv({ allErrors: true }).compile(schema as object);
  for (const seed of [1, 2, 3]) {
    const { truth } = marketOf({ filings: 2000, seed });
    validate({ version: 1, seed, as: "submission", filings: 2000, issuers: structuredClone(truth) });
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ version: 1, seed: 1, as: "paper", filings: 1, issuers: [] })).toBe(false);
});
