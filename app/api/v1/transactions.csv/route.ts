import { respondTransactions } from "@/lib/http/respond-transactions";

/** `GET /api/v1/transactions.csv?code=P`: the screener's rows as CSV, at most 10,000 at once. */
export function GET(request: Request): Promise<Response> {
  return respondTransactions(request, true);
}
