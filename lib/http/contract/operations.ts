import { z } from "zod";
import { filingView } from "./filing";
import { compare, data, market, marketBoards, method, methods, search, signals, watch } from "./ledger";
import {
  activityFilter,
  asOf,
  boardPathParam,
  cikPathParam,
  comparedIssuers,
  idPathParam,
  issuerPathParam,
  measurePathParam,
  type Parameter,
  rowStretch,
  screenerFilters,
  searchText,
  signalParams,
  watchParties,
} from "./parameters";
import { insiderView, issuerView } from "./parties";
import { transactions } from "./rows";
import { insiderSections, issuerSections } from "./sections";

/** One address of the API: what it is asked, and what it answers. All are GET. */
export interface Operation {
  /** `/issuers/{issuer}`, below `/api/v1`. */
  path: string;
  id: string;
  summary: string;
  /** The page that shows the same; null where none does. */
  page: string | null;
  parameters: readonly Parameter[];
  /** JSON by this schema; or another type, which has none. */
  answer: { schema: z.ZodType } | { type: string; about: string };
  /** Told apart because pages of this product alone use it: it may change with any release. */
  isInternal?: boolean;
}

const PAGE_DATA = z.looseObject({}).describe("What a page draws, packed for it.");

/** Every address of the API. A test fails for a route that is not here, and for one that is here and not there. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: "/market",
    id: "getMarket",
    summary: "What was filed lately",
    page: "/",
    parameters: [asOf],
    answer: { schema: market },
  },
  {
    path: "/market/boards",
    id: "getMarketBoards",
    summary: "The boards of the market page",
    page: "/",
    parameters: [asOf],
    answer: { schema: marketBoards },
  },
  {
    path: "/issuers/{issuer}",
    id: "getIssuer",
    summary: "The numbers of an issuer's page",
    page: "/issuers/{issuer}",
    parameters: [issuerPathParam, ...activityFilter],
    answer: { schema: issuerView },
  },
  {
    path: "/issuers/{issuer}/sections",
    id: "getIssuerSections",
    summary: "Audit, option book, exercise flows, conduct, trading pattern and double counting of an issuer",
    page: "/issuers/{issuer}",
    parameters: [issuerPathParam, asOf],
    answer: { schema: issuerSections },
  },
  {
    path: "/issuers/{issuer}/activity",
    id: "getIssuerActivity",
    summary: "What the filter moves of an issuer's page",
    page: "/issuers/{issuer}",
    parameters: [issuerPathParam, ...activityFilter, ...rowStretch],
    answer: { schema: PAGE_DATA },
    isInternal: true,
  },
  {
    path: "/insiders/{cik}",
    id: "getInsider",
    summary: "The numbers of an insider's page",
    page: "/insiders/{cik}",
    parameters: [cikPathParam, ...activityFilter],
    answer: { schema: insiderView },
  },
  {
    path: "/insiders/{cik}/sections",
    id: "getInsiderSections",
    summary: "Audit, option book, exercise flows, conduct and trading pattern of an insider",
    page: "/insiders/{cik}",
    parameters: [cikPathParam, asOf],
    answer: { schema: insiderSections },
  },
  {
    path: "/insiders/{cik}/activity",
    id: "getInsiderActivity",
    summary: "What the filter moves of an insider's page",
    page: "/insiders/{cik}",
    parameters: [cikPathParam, ...activityFilter, ...rowStretch],
    answer: { schema: PAGE_DATA },
    isInternal: true,
  },
  {
    path: "/filings/{id}",
    id: "getFiling",
    summary: "A filing as filed, with what is derived from it",
    page: "/filings/{id}",
    parameters: [idPathParam, asOf],
    answer: { schema: filingView },
  },
  {
    path: "/transactions",
    id: "listTransactions",
    summary: "Transaction rows under a filter, with totals, months and facets",
    page: "/transactions",
    parameters: screenerFilters,
    answer: { schema: transactions },
  },
  {
    path: "/transactions.csv",
    id: "exportTransactions",
    summary: "The same rows as CSV, at most 10,000 at once; `Link: rel=next` leads on",
    page: "/transactions",
    parameters: screenerFilters,
    answer: { type: "text/csv", about: "RFC 4180, UTF-8; unknown is an empty cell." },
  },
  {
    path: "/signals/{board}",
    id: "getSignals",
    summary: "The rows of a board of signals, each with its reason",
    page: "/signals/{board}",
    parameters: [boardPathParam, ...signalParams, asOf],
    answer: { schema: signals },
  },
  {
    path: "/watch",
    id: "getWatch",
    summary: "The newest filings of some issuers and insiders",
    page: "/watch",
    parameters: watchParties,
    answer: { schema: watch },
  },
  {
    path: "/watch.atom",
    id: "getWatchFeed",
    summary: "The same as an Atom feed; `updated` is when a filing was known",
    page: "/watch",
    parameters: watchParties,
    answer: { type: "application/atom+xml", about: "Atom 1.0 (RFC 4287); ids are tag: URIs by accession number." },
  },
  {
    path: "/compare",
    id: "getCompare",
    summary: "Issuers side by side",
    page: "/compare",
    parameters: comparedIssuers,
    answer: { schema: compare },
  },
  {
    path: "/search",
    id: "search",
    summary: "Issuers, insiders and filings by name, ticker, CIK or accession number",
    page: "/search",
    parameters: [searchText],
    answer: { schema: search },
  },
  {
    path: "/data",
    id: "getData",
    summary: "What the ledger holds, from where, how new it is, and what failed",
    page: "/data",
    parameters: [asOf],
    answer: { schema: data },
  },
  {
    path: "/methods",
    id: "listMethods",
    summary: "How each measure is made",
    page: "/methods",
    parameters: [],
    answer: { schema: methods },
  },
  {
    path: "/methods/{measure}",
    id: "getMethod",
    summary: "How one measure is made, as Markdown",
    page: "/methods/{measure}",
    parameters: [measurePathParam],
    answer: { schema: method },
  },
  {
    path: "/openapi.json",
    id: "getOpenApi",
    summary: "This document",
    page: null,
    parameters: [],
    answer: { schema: z.looseObject({ openapi: z.string() }).describe("OpenAPI 3.1.") },
  },
];
