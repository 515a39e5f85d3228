import { watchFeed } from "@/lib/http/feed/watch-feed";
import { asOfOfRequest } from "@/lib/http/requests/as-of-request";
import { givenParams } from "@/lib/http/requests/given-params";
import { publicOrigin } from "@/lib/http/requests/public-origin";
import { respondVersioned } from "@/lib/http/respond-versioned";
import { readWatchQuery } from "@/lib/search-params/watch";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getLedgerVersion } from "@/lib/services/ledger-version";
import { getWatch } from "@/lib/services/watch/get-watch";
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
    () => `${publicOrigin(request.headers)} ${asOfOfRequest(request) ?? ""}`,
  );
}
