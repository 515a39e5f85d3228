import { asOfOfRequest } from "@/lib/http/as-of-request";
import { notFound, respond } from "@/lib/http/respond";
import { normaliseCik } from "@/lib/ownership/identity";
import { getInsider } from "@/lib/services/get-insider";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/insiders/<cik>?asof=2018-12-31`: the numbers of the insider page. */
export function GET(request: Request, context: RouteContext<"/api/v1/insiders/[cik]">): Promise<Response> {
  return respond(request, async () => {
    const { cik } = await context.params;
    const asOf = asOfOfRequest(request);
    const number = normaliseCik(cik);
    const view = number === null ? null : await getInsider(await ledgerStore(), { cik: number, asOf });
    if (view === null) throw notFound(`No filing names a reporting owner with CIK “${cik}”.`);
    return { dataVersion: view.dataVersion, body: view };
  });
}
