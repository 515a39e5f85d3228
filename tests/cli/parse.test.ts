import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { SEED_TEXT, SEED_XML, seedXml } from "@/tests/support/seed";

const folder = mkdtempSync(join(tmpdir(), "ledger-parse-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parse(...words: string[]): { code: number | null; lines: string[]; errors: string } {
  const run = spawnSync(process.execPath, ["bin/insider.mjs", "parse", ...words], { encoding: "utf8" });
  return { code: run.status, lines: run.stdout.trimEnd().split("\n"), errors: run.stderr };
}

it("prints one line a document, and the code, words and place of what can't be read", () => {
  const cut = join(folder, "cut.xml");
  writeFileSync(cut, seedXml().slice(0, 3000));
  const { code, lines, errors } = parse(SEED_XML, cut, "--jsonl");
  expect(code).toBe(1);
  expect(lines).toHaveLength(2);
  const document = JSON.parse(lines[0] ?? "");
  expect([document.file, document.id, document.issuer.issuerCik]).toEqual([SEED_XML, "doc-33db22ab8b6b", "0001107843"]);
  expect(document.nonDerivativeTable[1].transactionPricePerShare).toEqual({ value: "75.5351", footnoteIds: ["F2"] });
  expect(document.nonDerivativeTable[1].transactionCode).toEqual({ value: "S", footnoteIds: ["F1"] });
  expect(JSON.parse(lines[1] ?? "")).toEqual({
    file: cut,
    error: {
      code: "xml-malformed",
      message: "The XML is not well-formed: unclosed tag: postTransactionAmounts.",
      line: 71,
      column: 12,
    },
  });
  expect(errors).toContain("cut.xml:71:12");
});

it("gives the text the identity that its options name, and the same id", () => {
  const { code, lines } = parse(
    SEED_TEXT,
    "--jsonl",
    "--issuer-cik",
    "1107843",
    "--owner-cik",
    "1254781",
    "--filed",
    "2018-12-11",
  );
  const document = JSON.parse(lines[0] ?? "");
  expect(code).toBe(0);
  expect([document.id, document.accession, document.filingDate]).toEqual(["doc-33db22ab8b6b", null, "2018-12-11"]);
  expect([document.issuer.issuerCik, document.reportingOwners[0].rptOwnerCik]).toEqual(["1107843", "1254781"]);
});

it("refuses a path that isn't there and an option that is none", () => {
  const missing = parse(join(folder, "nothing.xml"), "--jsonl");
  expect([missing.code, JSON.parse(missing.lines[0] ?? "").error.code]).toEqual([1, "source-not-found"]);
  const wrong = parse(SEED_TEXT, "--issuer-cik", "Qualys");
  expect([wrong.code, wrong.lines]).toEqual([1, [""]]);
  expect(wrong.errors).toContain("--issuer-cik");
});
