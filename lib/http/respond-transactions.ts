import { cutText } from "@/lib/format/cut-text";
import { csvText } from "@/lib/format/tables/csv";
import { screenTable } from "@/lib/format/tables/transaction-table";
import { transactionsApiPath } from "@/lib/paths";
import type { TransactionQuery } from "@/lib/search-params/transactions/query";
import { transactionParams } from "@/lib/search-params/transactions/query-params";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { ledgerStore } from "@/lib/services/ledger-store";
import { exportTransactions, listTransactions } from "@/lib/services/list-transactions";
import { asOfOfRequest } from "./requests/as-of-request";
import { givenParams } from "./requests/given-params";
import { respond, respondWith } from "./respond";

/** The screener's rows as JSON, or as CSV where the address or `format=csv` asks for it. */
export function respondTransactions(request: Request, isCsv: boolean): Promise<Response> {
  const given = givenParams(request);
  const { query, unread } = readTransactionQuery(given);
  if (isCsv || given.format === "csv") return csv(request, query, unread);
  return respond(request, async () => {
    asOfOfRequest(request);
    const view = await listTransactions(await ledgerStore(), query);
    return { dataVersion: view.dataVersion, body: { ...view, unread } };
  });
}

function csv(request: Request, query: TransactionQuery, unread: readonly string[]): Promise<Response> {
  return respondWith(request, async () => {
    asOfOfRequest(request);
    const { rows, next, dataVersion, notes } = await exportTransactions(await ledgerStore(), query);
    const headers: Record<string, string> = {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="transactions.csv"',
      "X-Rows": String(rows.length),
    };
    const told = [...notes, ...unread.map((part) => `left out of the filter: ${part}`)];
    if (told.length > 0) headers["X-Notes"] = notesHeader(told);
    if (next !== null) {
      headers.Link = `<${transactionsApiPath(transactionParams({ ...query, after: next }), "csv")}>; rel="next"`;
    }
    const table = screenTable(rows);
    return { dataVersion, answer: new Response(csvText(table.headings, table.rows), { headers }) };
  });
}

/** Letters of the notes in a header: servers in between refuse long ones. */
const LONGEST_NOTES = 1000;

/** What an answer that is no JSON must tell beside its rows. */
export function notesHeader(told: readonly string[]): string {
  const all = told.join("; ");
  return encodeURIComponent(all.length <= LONGEST_NOTES ? all : `${cutText(all, LONGEST_NOTES)} … (the JSON has all)`);
}
