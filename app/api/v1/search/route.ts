import { respond } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { searchLedger } from "@/lib/services/parties/search-ledger";

/** `GET /api/v1/search?q=<text>`: issuers, insiders and filings. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const { dataVersion, hits } = await searchLedger(
      await ledgerStore(),
      new URL(request.url).searchParams.get("q") ?? "",
    );
    return { dataVersion, body: { hits } };
  });
}
