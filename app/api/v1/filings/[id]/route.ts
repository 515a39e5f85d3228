import { notFound, respond } from "@/lib/http/respond";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /api/v1/filings/<accession or doc- id>`: the filing as filed, with what is derived from it. */
export function GET(request: Request, context: RouteContext<"/api/v1/filings/[id]">): Promise<Response> {
  return respond(request, async () => {
    const { id } = await context.params;
    const found = await getFiling(await ledgerStore(), id);
    if (found === null) throw notFound(`The ledger has no filing “${id}”.`);
    return { dataVersion: found.view.dataVersion, body: found.view };
  });
}
