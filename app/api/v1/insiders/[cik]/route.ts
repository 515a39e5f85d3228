import { partyQueryOfRequest } from "@/lib/http/requests/party-request";
import { notFound, respond } from "@/lib/http/respond";
import { normaliseCik } from "@/lib/ownership/identity";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getInsider } from "@/lib/services/parties/get-insider";

/** `GET /api/v1/insiders/<cik>?code=S,M&from=2016&to=2018-06&asof=2018-12-31`: the numbers of the insider page. */
export function GET(request: Request, context: RouteContext<"/api/v1/insiders/[cik]">): Promise<Response> {
  return respond(request, async () => {
    const { cik } = await context.params;
    const query = partyQueryOfRequest(request);
    const number = normaliseCik(cik);
    const view = number === null ? null : await getInsider(await ledgerStore(), { cik: number, ...query });
    if (view === null) throw notFound(`No filing names a reporting owner with CIK “${cik}”.`);
    return { dataVersion: view.dataVersion, body: view };
  });
}
