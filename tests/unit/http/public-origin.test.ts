import { afterEach, describe, expect, it } from "vitest";
import { publicOrigin } from "@/lib/http/requests/public-origin";
import { respondVersioned } from "@/lib/http/respond-versioned";

describe("the origin of addresses", () => {
  const before = process.env.PUBLIC_URL;
  afterEach(() => {
    if (before === undefined) delete process.env.PUBLIC_URL;
    else process.env.PUBLIC_URL = before;
  });
  const of = (headers: Record<string, string>) => publicOrigin(new Headers(headers));

  it("is PUBLIC_URL, whatever the request says", () => {
    process.env.PUBLIC_URL = "https://ledger.example.org/";
    expect(of({ host: "evil.example" })).toBe("https://ledger.example.org");
  });

  it("else is what the request names", () => {
    delete process.env.PUBLIC_URL;
    expect(of({ host: "127.0.0.1:3917" })).toBe("http://127.0.0.1:3917");
    expect(of({ host: "inner:3000", "x-forwarded-host": "a.example, b", "x-forwarded-proto": "https" })).toBe(
      "https://a.example",
    );
    expect(of({ host: `x"><script>` })).toBe("http://localhost:3000");
    expect(of({})).toBe("http://localhost:3000");
  });

  it("must be an address", () => {
    process.env.PUBLIC_URL = "ledger.example.org";
    expect(() => of({})).toThrow(/PUBLIC_URL is “ledger.example.org”/);
    process.env.PUBLIC_URL = "ftp://ledger.example.org";
    expect(() => of({})).toThrow(/no http or https address/);
  });
});

describe("an answer with a version", () => {
  const CHANGED = "2024-03-05T20:01:02.345Z";
  const TAG = "v7-gUYwavxsvEPsJ-Nm";
  const ask = async (headers: Record<string, string>, changedAt = CHANGED, origin = "https://a.example") => {
    let worked = 0;
    const answer = await respondVersioned(
      new Request("http://127.0.0.1/", { headers }),
      async () => ({ dataVersion: 7, changedAt }),
      async () => {
        worked++;
        return new Response("body");
      },
      () => origin,
    );
    return { status: answer.status, worked, headers: answer.headers };
  };

  it("names its version and its time", async () => {
    const { status, headers } = await ask({});
    expect(status).toBe(200);
    expect(headers.get("etag")).toBe(`"${TAG}"`);
    expect(headers.get("last-modified")).toBe("Tue, 05 Mar 2024 20:01:02 GMT");
  });

  it.each([
    [{ "if-none-match": `"${TAG}"` }, 304],
    [{ "if-none-match": `W/"${TAG}"` }, 304],
    [{ "if-none-match": `"v6", "${TAG}"` }, 304],
    [{ "if-none-match": '"v6"' }, 200],
    [{ "if-modified-since": "Tue, 05 Mar 2024 20:01:02 GMT" }, 304],
    [{ "if-modified-since": "Tue, 05 Mar 2024 20:01:01 GMT" }, 200],
    [{ "if-modified-since": "nonsense" }, 200],
    [{ "if-none-match": '"v6"', "if-modified-since": "Tue, 05 Mar 2024 20:01:02 GMT" }, 200],
  ])("for %o is %i, without work where nothing is new", async (headers, expected) => {
    const { status, worked } = await ask(headers);
    expect([status, worked]).toEqual([expected, expected === 304 ? 0 : 1]);
  });

  it("is another where another ledger has the same number, and where its addresses begin otherwise", async () => {
    const known = { "if-none-match": `"${TAG}"` };
    expect((await ask(known, "2024-03-05T20:01:02.346Z")).status).toBe(200);
    expect((await ask(known, CHANGED, "https://b.example")).status).toBe(200);
  });
});
