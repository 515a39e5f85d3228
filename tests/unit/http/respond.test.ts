import { describe, expect, it } from "vitest";
import { respond } from "@/lib/http/respond";
import { notesHeader } from "@/lib/http/respond-transactions";

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  respond(new Request("http://127.0.0.1/", { headers }), async () => ({ dataVersion: 7, body }));

describe("an answer", () => {
  it("is new where another ledger or release says otherwise under the same number", async () => {
    const first = await ask({ fictional: true });
    const known = { "if-none-match": first.headers.get("etag") ?? "" };
    expect(known["if-none-match"]).toMatch(/^"v7-[\w-]{16}"$/);
    expect(await first.json()).toEqual({ fictional: true });
    expect((await ask({ fictional: true }, known)).status).toBe(304);
    const other = await ask({ fictional: false }, known);
    expect(other.status).toBe(200);
    expect(other.headers.get("content-type")).toBe("application/json");
    expect(await other.json()).toEqual({ fictional: false });
  });
});

describe("notes in a header", () => {
  it("are whole where they are short", () => {
    expect(decodeURIComponent(notesHeader(["a", "b; “c”"]))).toBe("a; b; “c”");
  });

  it("are cut between letters where they are long", () => {
    const header = notesHeader(["x".repeat(999) + "💩".repeat(5000)]);
    expect(decodeURIComponent(header)).toBe(`${"x".repeat(999)} … (the JSON has all)`);
    expect(header).toMatch(/^[\x21-\x7e]+$/);
  });
});
