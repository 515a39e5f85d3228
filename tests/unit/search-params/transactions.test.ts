import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHOICES } from "@/lib/search-params/transactions/choices";
import { COLUMNS, SORTS } from "@/lib/search-params/transactions/columns";
import { conditionsOf } from "@/lib/search-params/transactions/conditions";
import { PRESET_GROUPS, PRESETS, presetsOfDay } from "@/lib/search-params/transactions/presets";
import { EMPTY_QUERY, type Given } from "@/lib/search-params/transactions/query";
import { isLongForm, transactionParams } from "@/lib/search-params/transactions/query-params";
import { RANGES, rangeParams } from "@/lib/search-params/transactions/ranges";
import { readAmount, readTransactionQuery } from "@/lib/search-params/transactions/read-query";

const read = (search: string) => readTransactionQuery(givenOf(search));
const givenOf = (search: string): Given => {
  const params = new URLSearchParams(search);
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
};
const written = (search: string) =>
  decodeURIComponent(new URLSearchParams(transactionParams(read(search).query)).toString());

describe("the screener's URL", () => {
  it("reads nothing as everything in force, once, newest first", () => {
    expect(read("")).toEqual({ query: EMPTY_QUERY, unread: [] });
    expect(conditionsOf(EMPTY_QUERY)).toEqual([
      { name: "superseded", where: { column: "supersededBy", isKnown: false } },
      { name: "joint", where: { column: "countedAs", isKnown: false } },
    ]);
  });

  it("reads what a form sends, and writes it short", () => {
    expect(
      written("code=S&code=p&valueMin=1,000,000&valueMax=&tradedFrom=&superseded=no&columns=value&columns=traded"),
    ).toBe("code=P,S&valueMin=1000000&columns=traded,value");
    expect(isLongForm(givenOf("code=S&code=P"))).toBe(true);
    expect(isLongForm({ code: "S,P" })).toBe(false);
    expect(isLongForm({ code: "S", valueMin: "" })).toBe(true);
  });

  it("means the stored columns", () => {
    const meaning = (search: string) =>
      conditionsOf(read(`superseded=with&joint=all&${search}`).query).map(({ where }) => where);
    expect(meaning("plan=no")).toEqual([{ column: "planned", in: [false] }]);
    // One list, which an index can serve; answers of different kinds stay apart.
    expect(meaning("plan=yes,unknown")).toEqual([{ column: "planned", in: [true, null] }]);
    expect(meaning("role=cfo,ten-percent")).toEqual([
      { any: [{ roles: 4 }, { titleHas: ["cfo", "chief financial"] }] },
    ]);
    expect(meaning("deltaMax=-50%")).toEqual([{ column: "deltaOwn", from: null, to: -0.5 }]);
    expect(meaning("deltaMin=7")).toEqual([{ column: "deltaOwn", from: 0.07, to: null }]);
    expect(meaning("tradedFrom=2018-12-10")).toEqual([{ column: "tradeDate", from: "2018-12-10", to: null }]);
    expect(meaning("role=ten-percent")).toEqual([{ roles: 4 }]);
    expect(meaning("table=2")).toEqual([{ column: "tableNumber", in: [2] }]);
  });

  it("asks of a day what was known at its end in New York", () => {
    const { query, unread } = read("code=S&asof=2018-12-11");
    expect([query.asOf, unread]).toEqual(["2018-12-11", []]);
    expect(conditionsOf(query).map(({ where }) => where)).toEqual([
      { column: "code", in: ["S"] },
      { inForceAt: "2018-12-12T04:59:59.000Z" },
      { column: "countedAs", isKnown: false },
      { column: "knownAt", from: null, to: "2018-12-12T04:59:59.000Z" },
    ]);
    expect(conditionsOf(read("superseded=only&joint=all&asof=2018-07-01").query)[0]?.where).toEqual({
      replacedBy: "2018-07-02T03:59:59.000Z",
    });
    expect(transactionParams(query)).toEqual([
      ["code", "S"],
      ["asof", "2018-12-11"],
    ]);
    // The page says so itself; a program is refused.
    expect(read("asof=2018-02-30")).toMatchObject({ query: { asOf: null }, unread: [] });
  });

  it("takes an insider's own report of a joint event for the insider's", () => {
    expect(conditionsOf(read("insider=1254781").query).map(({ name }) => name)).toEqual(["superseded"]);
    expect(conditionsOf(read("insider=1254781&joint=once").query).map(({ name }) => name)).toEqual(["superseded"]);
  });

  it("keeps a code that is not in the SEC's list", () => {
    expect(read("code=q").query.choices.code).toEqual(["Q"]);
    expect(conditionsOf(read("code=Q").query)[0]?.where).toEqual({ column: "code", in: ["Q"] });
  });

  it("tells what it could not read, and reads the rest", () => {
    const { query, unread } = read("code=P,PP&valueMin=lots&tradedTo=2018-02-30&colour=red&sort=fame&plan=maybe");
    expect(query.choices).toEqual({ code: ["P"] });
    expect(query.ranges).toEqual({});
    expect(unread.sort()).toEqual([
      "code=PP",
      "colour",
      "plan=maybe",
      "sort=fame",
      "tradedTo=2018-02-30",
      "valueMin=lots",
    ]);
  });

  it("reads amounts as people write them", () => {
    expect(["1m", "$1,500.50", "250k", "-50%", "−5", ".5", "0", "2b"].map(readAmount)).toEqual([
      1e6, 1500.5, 250e3, -50, -5, 0.5, 0, 2e9,
    ]);
    expect(["", "x", "1..2", "1e9", "--1", "NaN", "Infinity"].map(readAmount)).toEqual(Array(7).fill(null));
  });

  it("counts the days to a day as a calendar does", () => {
    expect(
      presetsOfDay("2024-03-01")
        .map(({ label, search }) => [label, search])
        .slice(0, 3),
    ).toEqual([
      ["Top purchases of the day", "code=P&filedFrom=2024-03-01&filedTo=2024-03-01&sort=value"],
      ["Top purchases of the week", "code=P&filedFrom=2024-02-24&filedTo=2024-03-01&sort=value"],
      ["Top purchases of the month", "code=P&filedFrom=2024-02-01&filedTo=2024-03-01&sort=value"],
    ]);
  });

  it("sorts every preset into a group, with a short name of its own there", () => {
    const all = [...PRESETS, ...presetsOfDay("2024-03-01")];
    expect(all).toHaveLength(22);
    expect(new Set(all.map(({ group, short }) => `${group}: ${short}`)).size).toBe(22);
    expect(PRESET_GROUPS.map((group) => all.filter((preset) => preset.group === group).length)).toEqual([12, 5, 5]);
  });

  it("has presets that it reads whole and writes back as they are", () => {
    for (const { search } of [...PRESETS, ...presetsOfDay("2024-03-01")]) {
      expect(read(search).unread).toEqual([]);
      expect(written(search)).toBe(search);
    }
  });

  it("writes what it reads: a URL that was written is read to the same", () => {
    const choice = fc.constantFrom(...CHOICES).chain(({ name, options }) =>
      fc
        .subarray(
          options.map(({ value }) => value),
          { minLength: 1 },
        )
        .map((values) => [name, values.join(",")] as const),
    );
    const range = fc
      .constantFrom(...RANGES)
      .chain((one) =>
        fc.tuple(
          fc.constantFrom(...rangeParams(one)),
          one.kind === "date" ? fc.constant("2018-12-10") : fc.integer().map(String),
        ),
      );
    const other = fc.oneof(
      fc.tuple(fc.constant("sort"), fc.constantFrom<string>(...SORTS)),
      fc.tuple(
        fc.constant("columns"),
        fc
          .subarray(
            COLUMNS.map(({ name }) => name),
            { minLength: 1 },
          )
          .map((of) => of.join(",")),
      ),
      fc.tuple(fc.constant("insider"), fc.string()),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(choice, range, other)), (params) => {
        const once = readTransactionQuery(Object.fromEntries(params)).query;
        const again = readTransactionQuery(Object.fromEntries(transactionParams(once)));
        expect(again).toEqual({ query: once, unread: [] });
      }),
    );
  });

  it("tells what a filter is too long to hold, and cuts no letter in half", () => {
    const issuers = Array.from({ length: 52 }, (_, at) => String(1000 + at));
    const { query, unread } = readTransactionQuery({ issuer: issuers.join(","), insider: `${"a".repeat(199)}💩b` });
    expect(query.issuers).toEqual(issuers.slice(0, 50));
    expect(query.insider).toBe("a".repeat(199));
    expect(unread).toEqual(["issuer past the 50th: 1050,1051", "insider past the 200th letter"]);
  });
});
