import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openApiDocument } from "@/lib/http/contract/openapi";
import { OPERATIONS, type Operation } from "@/lib/http/contract/operations";
import { writeSample } from "@/lib/sample/write-sample";
import { ingestFilings } from "@/lib/services/ingest/ingest-filings";
import { readForStore } from "@/lib/services/ingest/read-sources";
import type { MarketView } from "@/lib/services/views/shapes/market";
import { ROOT, sourceFiles } from "@/tests/architecture/import-graph";
import { dialects, type TestDatabase } from "@/tests/support/databases";
import { SEED_IDENTITY, SEED_TEXT } from "@/tests/support/seed";

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Response | Promise<Response>;

const BASE = "http://127.0.0.1/api/v1";

/** `/issuers/{issuer}/sections` ↔ `app/api/v1/issuers/[issuer]/sections/route.ts`. */
const routeFile = ({ path }: Pick<Operation, "path">) =>
  `app/api/v1${path.replaceAll("{", "[").replaceAll("}", "]")}/route.ts`;

/** Values of path parameters that the seed filing and the sample market answer. */
const VALUES: Record<string, (market: MarketView) => readonly string[]> = {
  issuer: ({ filings }) => ["QLYS", "1107843", ...filings.slice(0, 6).map((filing) => filing.issuer.cik)],
  cik: ({ filings }) => ["1254781", ...filings.slice(0, 6).flatMap((filing) => filing.owners[0]?.cik ?? [])],
  id: ({ filings }) => filings.map((filing) => filing.id),
  board: () => ["clusters", "exercise-and-sell", "plans", "late", "short-swing", "ledger"],
  measure: () => ["lateness", "exercise-and-sell"],
};

const QUERIES: Record<string, readonly string[]> = {
  "/transactions": ["", "?code=P,S&valueMin=1000&sort=value", "?insider=posey&nonsense=1"],
  "/transactions.csv": ["?code=S"],
  "/search": ["?q=example", "?q=QLYS", "?q="],
  "/watch": ["?issuers=QLYS,NOSUCH&insiders=1254781", ""],
  "/watch.atom": ["?issuers=1107843"],
  "/compare": ["?issuers=QLYS,NOSUCH", ""],
  "/issuers/{issuer}": ["", "?code=S&from=2018", "?asof=2018-12-10"],
  "/filings/{id}": ["", "?asof=2026-12-31"],
};

describe("the API's document", () => {
  const document = openApiDocument("https://ledger.example");

  it("tells of every route, and of no other", () => {
    const routes = sourceFiles(["app/api"]).filter((file) => file.endsWith("/route.ts"));
    expect(OPERATIONS.map(routeFile).sort()).toEqual(routes.map((file) => relative(".", file)).sort());
    expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length);
  });

  it("names a JSON twin of every page", () => {
    const pages = sourceFiles(["app"])
      .filter((file) => file.endsWith("/page.tsx"))
      .map(
        (file) =>
          file
            .replace(/^app/, "")
            .replace(/\/page\.tsx$/, "")
            .replaceAll("[", "{")
            .replaceAll("]", "}") || "/",
      )
      // `/signals` only leads on to its first board.
      .filter((page) => page !== "/signals");
    const told = new Set(OPERATIONS.filter(({ answer }) => "schema" in answer).map(({ page }) => page));
    expect(pages.filter((page) => !told.has(page))).toEqual([]);
  });

  it("names each path parameter that its path has", () => {
    for (const { path, parameters } of OPERATIONS) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(inPath);
      const names = parameters.map(({ name }) => name);
      expect(new Set(names).size, path).toBe(names.length);
    }
  });

  it("refers to nothing that it does not hold", () => {
    const { schemas } = document.components as { schemas: Record<string, unknown> };
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref ?? "");
    expect(refs.length).toBeGreaterThan(100);
    expect([...new Set(refs)].filter((ref) => schemas[ref.replace("#/components/schemas/", "")] === undefined)).toEqual(
      [],
    );
  });

  it("is told of by the page on the API, every address", () => {
    const page = readFileSync(join(ROOT, "docs/api.md"), "utf8");
    expect(OPERATIONS.filter(({ path }) => !page.includes(`\`/api/v1${path}\``)).map(({ path }) => path)).toEqual([]);
  });
});

const ajv = new Ajv2020({ strict: false }).addSchema({ ...openApiDocument("https://ledger.example"), $id: "api" });

/** What an answer has that its schema does not tell, by the schema itself and by the published document. */
async function complaints({ path, answer: told }: Operation, answer: Response): Promise<unknown[]> {
  if ("type" in told) {
    const type = answer.headers.get("content-type") ?? "";
    return type.startsWith(told.type) ? [] : [type];
  }
  const body: unknown = await answer.json();
  const pointer = path.replaceAll("/", "~1").replaceAll("{", "%7B").replaceAll("}", "%7D");
  const validate = ajv.getSchema(`api#/paths/${pointer}/get/responses/200/content/application~1json/schema`);
  if (validate === undefined) return [`no schema for ${path}`];
  const valid = await validate(body);
  return [...(told.schema.safeParse(body).error?.issues ?? []), ...(valid ? [] : (validate.errors ?? []))].slice(0, 4);
}

describe.each(dialects())("what the API answers over $name", (dialect) => {
  let database: TestDatabase;
  let marketView: MarketView;
  const folder = mkdtempSync(join(tmpdir(), "ledger-openapi-"));
  const before = process.env.DATABASE_URL;

  beforeAll(async () => {
    database = await dialect.create();
    const store = await database.open();
    const now = () => new Date("2026-01-02T03:04:05Z");
    await ingestFilings(store, readForStore([SEED_TEXT], SEED_IDENTITY), { now });
    const out = join(folder, "market");
    await writeSample({ out, filings: 240, issuers: 5, seed: 7, as: "submission" });
    await ingestFilings(store, readForStore([join(out, "submissions")], {}), { now });
    vi.resetModules();
    process.env.DATABASE_URL = database.url;
    marketView = await (await ask("/market", {}, "")).json();
  });
  afterAll(async () => {
    const { ledgerStore } = await import("@/lib/services/ledger-store");
    await (await ledgerStore()).close();
    process.env.DATABASE_URL = before;
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(path: string, params: Record<string, string>, query: string): Promise<Response> {
    const { GET }: { GET: Route } = await import(/* @vite-ignore */ join(ROOT, routeFile({ path })));
    const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    return GET(new Request(`${BASE}${address}${query}`), { params: Promise.resolve(params) });
  }

  it.each(OPERATIONS.map((operation) => [operation.path, operation] as const))(
    "%s is as told",
    async (path, operation) => {
      const name = operation.parameters.find((one) => one.in === "path")?.name;
      const values = name === undefined ? [""] : (VALUES[name]?.(marketView) ?? []);
      expect(values.length).toBeGreaterThan(0);
      const asked = values.flatMap((value) => (QUERIES[path] ?? [""]).map((query) => ({ value, query })));
      for (const { value, query } of asked) {
        const answer = await ask(path, name === undefined ? {} : { [name]: value }, query);
        expect([path, value, query, answer.status]).toEqual([path, value, query, 200]);
        expect(await complaints(operation, answer), `${path} ${value}${query}`).toEqual([]);
      }
    },
  );

  it.each([
    ["/issuers/{issuer}", { issuer: "NOSUCH" }, "", 404],
    ["/issuers/{issuer}/sections", { issuer: "99999" }, "", 404],
    ["/insiders/{cik}/sections", { cik: "99999" }, "", 404],
    ["/methods/{measure}", { measure: "../../package" }, "", 404],
    ["/signals/{board}", { board: "nonsense" }, "", 404],
    ["/watch", {}, "?issuers=1&asof=2018-02-30", 400],
    ["/watch.atom", {}, "?issuers=1&asof=2018-02-30", 400],
    ["/compare", {}, "?issuers=1&asof=soon", 400],
  ] as const)("%s of %o%s is answered with words and %i", async (path, params, query, status) => {
    const answer = await ask(path, params, query);
    expect(answer.status).toBe(status);
    const { error } = await import("@/lib/http/contract/ledger");
    expect(error.safeParse(await answer.json()).error?.issues ?? []).toEqual([]);
  });
});
