import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound, respond } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { hasIssuer } from "@/lib/services/parties/has-party";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { getIssuerSections } from "@/lib/services/sections/get-sections";

/** `GET /api/v1/issuers/<cik or ticker>/sections?asof=2018-12-31`: what the issuer page shows below its charts. */
export function GET(request: Request, context: RouteContext<"/api/v1/issuers/[issuer]/sections">): Promise<Response> {
  return respond(request, async () => {
    const { issuer } = await context.params;
    const store = await ledgerStore();
    const asOf = asOfOfRequest(request);
    const found = await resolveIssuer(store, issuer);
    if (found === null || !(await hasIssuer(store, found.cik)))
      throw notFound(`No filing names an issuer “${issuer}”.`);
    const sections = await getIssuerSections(store, { cik: found.cik, asOf });
    return { dataVersion: sections.dataVersion, body: sections };
  });
}
