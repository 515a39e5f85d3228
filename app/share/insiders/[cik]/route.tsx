import { ShareCard } from "@/components/share/share-card";
import { insiderWords } from "@/lib/format/page-words";
import { respondShareImage } from "@/lib/http/pages/share-image";
import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound } from "@/lib/http/respond";
import { normaliseCik } from "@/lib/ownership/identity";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getInsider } from "@/lib/services/parties/get-insider";

/** `GET /share/insiders/<cik>?asof=2018-12-31`: the picture of an insider's page. */
export function GET(request: Request, context: RouteContext<"/share/insiders/[cik]">): Promise<Response> {
  const day = () => asOfOfRequest(request);
  const card = async () => {
    const { cik } = await context.params;
    const number = normaliseCik(cik);
    const asOf = day();
    const view = number === null ? null : await getInsider(await ledgerStore(), { cik: number, asOf });
    if (view === null) throw notFound(`No filing names a reporting owner with CIK “${cik}”.`);
    return <ShareCard {...insiderWords(view)} />;
  };
  return respondShareImage(request, card, day);
}
