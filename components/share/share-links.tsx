import { PageLink } from "@/components/links/ledger-link";
import { comparePath, watchFeedPath, watchPath } from "@/lib/paths";
import { compareParams } from "@/lib/search-params/compare";
import { type WatchQuery, watchParams } from "@/lib/search-params/watch";
import { CopyLink } from "./copy-link";

interface ShareLinksProps {
  /** Parameters that make the view. */
  names: readonly string[];
  /** The party that the page is about, as a watch list of one. */
  watch?: Pick<WatchQuery, "issuers" | "insiders">;
}

/** Ways to keep a page: its link, its filings as a feed, a place on a watch list, a comparison. */
export function ShareLinks({ names, watch }: ShareLinksProps) {
  const params = watch === undefined ? [] : watchParams({ ...watch, asOf: null });
  return (
    <span className="no-print flex flex-wrap gap-x-4">
      <CopyLink names={names} />
      {watch === undefined ? null : (
        <>
          <a href={watchFeedPath(params)} className="share" type="application/atom+xml">
            feed
          </a>
          <PageLink href={watchPath(params)} className="share">
            watch
          </PageLink>
          {watch.issuers.length === 1 ? (
            <PageLink href={comparePath(compareParams({ issuers: watch.issuers, asOf: null }))} className="share">
              compare
            </PageLink>
          ) : null}
        </>
      )}
    </span>
  );
}
