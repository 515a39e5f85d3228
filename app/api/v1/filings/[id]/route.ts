import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound, respond } from "@/lib/http/respond";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/filings/<accession or doc- id>?asof=2018-12-31`: the filing as filed, with what is derived from it. */
export function GET(request: Request, context: RouteContext<"/api/v1/filings/[id]">): Promise<Response> {
  return respond(request, async () => {
    const { id } = await context.params;
    const asOf = asOfOfRequest(request);
    const found = await getFiling(await ledgerStore(), id, asOf);
    if (found?.view.isNotYetKnown) throw notFound(`The filing “${id}” was not known to the public by ${asOf}.`);
    if (found === null) throw notFound(`The ledger has no filing “${id}”.`);
    return { dataVersion: found.view.dataVersion, body: found.view };
  });
}
