import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound, respond } from "@/lib/http/respond";
import { normaliseCik } from "@/lib/ownership/identity";
import { ledgerStore } from "@/lib/services/ledger-store";
import { hasInsider } from "@/lib/services/parties/has-party";
import { getInsiderSections } from "@/lib/services/sections/get-sections";

/** `GET /api/v1/insiders/<cik>/sections?asof=2018-12-31`: what the insider page shows beside its charts. */
export function GET(request: Request, context: RouteContext<"/api/v1/insiders/[cik]/sections">): Promise<Response> {
  return respond(request, async () => {
    const { cik } = await context.params;
    const number = normaliseCik(cik);
    const asOf = asOfOfRequest(request);
    const store = await ledgerStore();
    if (number === null || !(await hasInsider(store, number)))
      throw notFound(`No filing names a reporting owner with CIK “${cik}”.`);
    const sections = await getInsiderSections(store, { cik: number, asOf });
    return { dataVersion: sections.dataVersion, body: sections };
  });
}
