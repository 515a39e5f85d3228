import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { EvidenceRow } from "@/components/evidence/evidence-figure";
import { EvidencePanel } from "@/components/evidence/evidence-panel";

function row(anchor: string, party: Pick<EvidenceRow, "issuer" | "insiders">): EvidenceRow {
  const sale = { filingId: "0000000001-24-000001", tradeDate: "2024-03-01", code: "S", price: 10 };
  return { ...sale, anchor, shares: 100, value: 1_000, ...party };
}

function headings(rows: EvidenceRow[]): string[] {
  const figure = { value: 2_000, note: null, rows, rowCount: rows.length, leftOut: [] };
  const html = renderToStaticMarkup(<EvidencePanel title="Sales" text="$2,000.00" rule="Summed." figure={figure} />);
  return [...html.matchAll(/<th[^>]*>([^<]*)<\/th>/g)].map(([, heading]) => heading ?? "");
}

const FIGURES = ["Code", "Shares", "Price", "Value"];

test("Rows of several insiders say whose they are", () =>
  expect(
    headings([
      row("t1-tx1", { issuer: "XMPL", insiders: "Doe Jane" }),
      row("t1-tx2", { issuer: "XMPL", insiders: "Roe Richard" }),
    ]),
  ).toEqual(["Row", "Insider", ...FIGURES]));

test("Rows of one insider at several issuers say of which", () =>
  expect(
    headings([
      row("t1-tx1", { issuer: "XMPL", insiders: "Doe Jane" }),
      row("t1-tx2", { issuer: "SMPL", insiders: "Doe Jane" }),
    ]),
  ).toEqual(["Row", "Issuer", ...FIGURES]));

test("Rows of one party, or of one that only the filing tells, have no column for it", () => {
  expect(
    headings([
      row("t1-tx1", { issuer: "XMPL", insiders: "Doe Jane" }),
      row("t1-tx2", { issuer: "XMPL", insiders: "Doe Jane" }),
    ]),
  ).toEqual(["Row", ...FIGURES]);
  expect(headings([row("t1-tx1", {}), row("t1-tx2", {})])).toEqual(["Row", ...FIGURES]);
});
