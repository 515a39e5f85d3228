import { ShareCard } from "@/components/share/share-card";
import { marketWords } from "@/lib/format/page-words";
import { respondShareImage } from "@/lib/http/pages/share-image";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getMarket } from "@/lib/services/market/get-market";

/** `GET /share/market`: the picture of the market page, and of each page that has none of its own. */
export function GET(request: Request): Promise<Response> {
  return respondShareImage(request, async () => {
    const view = await getMarket(await ledgerStore());
    return <ShareCard {...marketWords(view)} />;
  });
}
