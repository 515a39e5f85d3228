import { asOfOfRequest } from "@/lib/http/as-of-request";
import { givenParams } from "@/lib/http/given-params";
import { respond } from "@/lib/http/respond";
import { readWatchQuery } from "@/lib/search-params/watch";
import { getWatch } from "@/lib/services/get-watch";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/watch?issuers=QLYS&insiders=1254781&asof=2018-12-31`: the newest filings of some parties. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asOf = asOfOfRequest(request);
    const { query, unread } = readWatchQuery(givenParams(request));
    const view = await getWatch(await ledgerStore(), { ...query, asOf });
    return { dataVersion: view.dataVersion, body: { ...view, unread } };
  });
}
