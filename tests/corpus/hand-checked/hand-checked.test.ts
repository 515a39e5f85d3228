import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { hasFilings } from "@/tests/corpus/filings";
import { ANSWERS } from "./answers";
import { issuerResults } from "./issuer-results";

interface Fact {
  issuer: string;
  filings: string;
  measure: string;
  of: string;
  expected: string;
}

/** Written down from the raw XML before the measures ran; where the two differed the XML was read again. `how` gives the sums. */
function facts(): Fact[] {
  const text = readFileSync(fileURLToPath(new URL("facts.tsv", import.meta.url)), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [issuer = "", filings = "", measure = "", of = "", expected = ""] = line.split("\t");
      return { issuer, filings, measure, of, expected };
    });
}

const FACTS = facts();

describe("the table of hand-checked facts", () => {
  it("covers at least 30 issuers, each line with a measure", () => {
    expect(new Set(FACTS.map((fact) => fact.issuer)).size).toBeGreaterThanOrEqual(30);
    expect(FACTS.filter((fact) => ANSWERS[fact.measure] === undefined || fact.expected === "")).toEqual([]);
  });
});

describe.skipIf(!hasFilings)("real issuers, checked by hand", () => {
  const issuers = [...new Set(FACTS.map((fact) => fact.issuer))];
  it.each(issuers)("CIK %s", (cik) => {
    const of = FACTS.filter((fact) => fact.issuer === cik);
    expect(of.map((fact) => answered(fact))).toEqual(of.map((fact) => line(fact, fact.expected)));
  });
});

function answered(fact: Fact): string {
  const answer = ANSWERS[fact.measure];
  if (answer === undefined) throw new Error(`no measure ${fact.measure}`);
  try {
    return line(fact, answer(issuerResults(fact.issuer, fact.filings), fact.of));
  } catch (error) {
    return line(fact, String(error));
  }
}

function line({ measure, of }: Fact, answer: string): string {
  return `${measure} ${of}: ${answer}`;
}
