import { respondTransactions } from "@/lib/http/respond-transactions";

/** `GET /api/v1/transactions?code=P&valueMin=1000000`: the numbers of the screener; `format=csv` gives its rows as CSV. */
export function GET(request: Request): Promise<Response> {
  return respondTransactions(request, false);
}
