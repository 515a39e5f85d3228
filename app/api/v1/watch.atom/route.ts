import { asOfOfRequest } from "@/lib/http/as-of-request";
import { givenParams } from "@/lib/http/given-params";
import { publicOrigin } from "@/lib/http/public-origin";
import { respondVersioned } from "@/lib/http/respond-versioned";
import { watchFeed } from "@/lib/http/watch-feed";
import { readWatchQuery } from "@/lib/search-params/watch";
import { getWatch } from "@/lib/services/get-watch";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getLedgerVersion } from "@/lib/services/ledger-version";
import { watchedQuery } from "@/lib/services/watch/watch-view";

/** `GET /api/v1/watch.atom?issuers=1107843&insiders=1254781`: the same filings as an Atom feed. */
export function GET(request: Request): Promise<Response> {
  return respondVersioned(
    request,
    async () => getLedgerVersion(await ledgerStore()),
    async () => {
      const asOf = asOfOfRequest(request);
      const { query } = readWatchQuery(givenParams(request));
      const view = await getWatch(await ledgerStore(), { ...query, asOf });
      return new Response(watchFeed(view, watchedQuery(view), publicOrigin(request.headers)), {
        headers: {
          "Content-Type": "application/atom+xml; charset=utf-8",
          // Without PUBLIC_URL the addresses inside are made from these.
          Vary: "Host, X-Forwarded-Host, X-Forwarded-Proto",
        },
      });
    },
    () => publicOrigin(request.headers),
  );
}
