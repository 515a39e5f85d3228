import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { givenParams } from "@/lib/http/requests/given-params";
import { respond } from "@/lib/http/respond";
import { readCompareQuery } from "@/lib/search-params/compare";
import { getCompare } from "@/lib/services/compare/get-compare";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/compare?issuers=QLYS,9000000001&asof=2018-12-31`: issuers side by side, as on the compare page. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asOf = asOfOfRequest(request);
    const { query, unread } = readCompareQuery(givenParams(request));
    const view = await getCompare(await ledgerStore(), { ...query, asOf });
    return { dataVersion: view.dataVersion, body: { ...view, unread } };
  });
}
