import { partyQueryOfRequest } from "@/lib/http/requests/party-request";
import { notFound, respond } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";

/** `GET /api/v1/issuers/<cik or ticker>?code=S,M&from=2016&to=2018-06&asof=2018-12-31`: the numbers of the issuer page. */
export function GET(request: Request, context: RouteContext<"/api/v1/issuers/[issuer]">): Promise<Response> {
  return respond(request, async () => {
    const { issuer } = await context.params;
    const store = await ledgerStore();
    const found = await resolveIssuer(store, issuer);
    const query = partyQueryOfRequest(request);
    const view = found === null ? null : await getIssuer(store, { cik: found.cik, ...query });
    if (view === null) throw notFound(`No filing names an issuer “${issuer}”.`);
    return { dataVersion: view.dataVersion, body: view };
  });
}
