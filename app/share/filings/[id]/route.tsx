import { ShareCard } from "@/components/share/share-card";
import { filingWords } from "@/lib/format/page-words";
import { respondShareImage } from "@/lib/http/pages/share-image";
import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { notFound } from "@/lib/http/respond";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

/** `GET /share/filings/<id>?asof=2018-12-31`: the picture of a filing's page. */
export function GET(request: Request, context: RouteContext<"/share/filings/[id]">): Promise<Response> {
  const day = () => asOfOfRequest(request);
  const card = async () => {
    const { id } = await context.params;
    const found = await getFiling(await ledgerStore(), id, day());
    if (found === null) throw notFound(`The ledger has no filing “${id}”.`);
    return <ShareCard {...filingWords(found.view)} />;
  };
  return respondShareImage(request, card, day);
}
