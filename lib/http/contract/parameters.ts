import { z } from "zod";
import { SIGNAL_NAMES } from "@/lib/paths";
import { AS_OF } from "@/lib/search-params/as-of";
import { CODE_FILTER } from "@/lib/search-params/code-filter";
import { FEWEST_COMPARED, MOST_COMPARED } from "@/lib/search-params/compare";
import { ROW_COLUMNS } from "@/lib/search-params/party-query";
import { SIGNAL_PARAMS } from "@/lib/search-params/signals";
import { CHOICES } from "@/lib/search-params/transactions/choices";
import { COLUMNS, SORTS } from "@/lib/search-params/transactions/columns";
import { FALL_DAYS, FELL, FELL_IN, USUAL_FALL } from "@/lib/search-params/transactions/fall";
import { RANGES, rangeParams } from "@/lib/search-params/transactions/ranges";
import { MOST_WATCHED } from "@/lib/search-params/watch";

/** A parameter of the API: where it stands, what it may say, and a value that works on the seed filing's ledger. */
export interface Parameter {
  name: string;
  in: "path" | "query";
  description: string;
  schema: z.ZodType;
}

const text = z.string();
const query = (name: string, description: string, schema: z.ZodType = text): Parameter => ({
  name,
  in: "query",
  description,
  schema,
});
const path = (name: string, description: string, schema: z.ZodType = text): Parameter => ({
  name,
  in: "path",
  description,
  schema,
});

export const asOf = query(
  AS_OF,
  "A day `YYYY-MM-DD`: only what the public knew by its end in New York. A day that is none is answered with 400.",
);

export const issuerPathParam = path("issuer", "CIK, or a ticker that a filing named.");
export const cikPathParam = path("cik", "CIK of a reporting owner.");
export const idPathParam = path("id", "Accession number, or `doc-…`.");
export const boardPathParam = path("board", "The board.", z.enum(SIGNAL_NAMES));
export const measurePathParam = path("measure", "Name of the measure, as `/api/v1/methods` lists them.");

/** What a party's page is filtered by. */
export const activityFilter: Parameter[] = [
  query(CODE_FILTER, "Transaction codes, separated by commas; none: all."),
  query("from", "First trade date: `2016`, `2016-05` or `2016-05-17`."),
  query("to", "Last trade date, in the same forms."),
  asOf,
];

/** The order and the stretch of a party's rows. */
export const rowStretch: Parameter[] = [
  query("sort", "Column to sort by; newest trade first where there is none.", z.enum(ROW_COLUMNS)),
  query("order", "", z.enum(["asc", "desc"])),
  query("page", "From 1.", z.int().min(1)),
];

export const searchText = query("q", "Ticker, words of a name in any order, CIK, accession number.");

export const watchParties: Parameter[] = [
  query("issuers", `CIKs or tickers, separated by commas; ${MOST_WATCHED} at most.`),
  query("insiders", `CIKs, separated by commas; ${MOST_WATCHED} at most.`),
  asOf,
];

export const comparedIssuers: Parameter[] = [
  query("issuers", `CIKs or tickers, separated by commas; ${FEWEST_COMPARED} to ${MOST_COMPARED}.`),
  asOf,
];

/** The screener's filters, from the table that the page and the API read them by. */
export const screenerFilters: Parameter[] = [
  ...CHOICES.map((choice) =>
    query(choice.name, `${choice.label}: ${choice.options.map(({ value }) => `\`${value}\``).join(", ")}.`),
  ),
  query("issuer", "CIKs or tickers, separated by commas."),
  query("insider", "A CIK, or words of a name."),
  ...RANGES.flatMap((range) => {
    const unit = range.kind === "date" ? " `YYYY-MM-DD`" : range.unit === "" ? "" : `, ${range.unit}`;
    const [from, to] = rangeParams(range);
    return [query(from, `${range.label}, from${unit}.`), query(to, `${range.label}, to${unit}.`)];
  }),
  query(
    FELL,
    `Rows after whose trade date the imported price stood at least so many per cent lower; ${USUAL_FALL.atLeast} where only \`${FELL_IN}\` is given. Needs imported prices.`,
  ),
  query(
    FELL_IN,
    `Trading days after the first close on or after the trade date: ${FALL_DAYS.join(", ")}; ${USUAL_FALL.days} where only \`${FELL}\` is given.`,
  ),
  query("sort", "Largest or newest first.", z.enum(SORTS)),
  query("order", "", z.enum(["asc", "desc"])),
  query("columns", `Of the page's table: ${COLUMNS.map(({ name }) => name).join(", ")}.`),
  query("after", "Where the page begins: `next` of the page before."),
  asOf,
];

/** The parameters of all boards; each board knows its own. */
export const signalParams: Parameter[] = Object.values(
  Object.fromEntries(
    Object.entries(SIGNAL_PARAMS).flatMap(([, params]) =>
      params.map((param) => {
        const boards = SIGNAL_NAMES.filter((name) => SIGNAL_PARAMS[name].some((one) => one.name === param.name));
        const values = boards.flatMap((name) =>
          SIGNAL_PARAMS[name].flatMap((one) => (one.name === param.name ? (one.options ?? []) : [])),
        );
        const known = [...new Set(values.map(({ value }) => `\`${value}\``))];
        const may = known.length === 0 ? "" : `: ${known.join(", ")}`;
        return [param.name, query(param.name, `${param.label}${may}. Boards: ${boards.join(", ")}.`)] as const;
      }),
    ),
  ),
);
