import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ScreenerPage } from "@/components/screener/screener-page";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { transactionsPath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { isLongForm, transactionParams } from "@/lib/search-params/transactions/query-params";
import { readTransactionQuery } from "@/lib/search-params/transactions/read-query";
import { ledgerStore } from "@/lib/services/ledger-store";
import { listTransactions } from "@/lib/services/list-transactions";

export const metadata: Metadata = pageMetadata({
  title: "Transactions",
  description: "Transaction rows of Forms 3, 4 and 5 by code, plan, role, size, date and price, with totals by month.",
  path: transactionsPath(),
});

export default async function Transactions({ searchParams }: PageProps<"/transactions">) {
  const given = await searchParams;
  const { query, unread } = readTransactionQuery(given);
  if (isLongForm(given) && unread.length === 0) redirect(transactionsPath(transactionParams(query)));
  const view = await listTransactions(await ledgerStore(), query);
  return <ScreenerPage {...{ view, query, unread }} unreadDay={readAsOf(given.asof).unread} />;
}
