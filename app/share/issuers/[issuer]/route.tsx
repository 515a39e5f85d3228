import { ShareCard } from "@/components/share/share-card";
import { issuerWords } from "@/lib/format/page-words";
import { respondShareImage } from "@/lib/http/pages/share-image";
import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound } from "@/lib/http/respond";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getIssuer } from "@/lib/services/parties/get-issuer";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";

/** `GET /share/issuers/<cik>?asof=2018-12-31`: the picture of an issuer's page. */
export function GET(request: Request, context: RouteContext<"/share/issuers/[issuer]">): Promise<Response> {
  const day = () => asOfOfRequest(request);
  const card = async () => {
    const { issuer } = await context.params;
    const store = await ledgerStore();
    const found = await resolveIssuer(store, issuer);
    const view = found === null ? null : await getIssuer(store, { cik: found.cik, codes: [], asOf: day() });
    if (view === null) throw notFound(`No filing names an issuer “${issuer}”.`);
    return <ShareCard {...issuerWords(view)} />;
  };
  return respondShareImage(request, card, day);
}
