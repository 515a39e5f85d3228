import { formatDate } from "@/lib/format/dates";
import type { AsOfParam } from "@/lib/search-params/as-of";
import { Notice } from "./notice";

interface AsOfBannerProps extends AsOfParam {
  /** The same page now. */
  nowHref: string;
}

/** Says over a whole page that it shows the past, and leads back; says so too when the day could not be read. */
export function AsOfBanner({ asOf, unread, nowHref }: AsOfBannerProps) {
  if (unread !== null) {
    return (
      <div className="room mx-auto w-full px-4 pt-4 sm:px-8">
        <Notice>
          “{unread.slice(0, 20)}” is no day of the calendar, so the page shows what is known now. A day is written as in{" "}
          <code className="font-mono">?asof=2018-12-31</code>.
        </Notice>
      </div>
    );
  }
  if (asOf === null) return null;
  return (
    <aside
      aria-label="As of an earlier day"
      className="border-b border-accent/50 bg-accent-wash px-4 py-1.5 text-center text-sm text-ink"
    >
      <strong className="font-semibold">As of {formatDate(asOf)}.</strong> Every number rests on what was public by the
      end of that day in New York.{" "}
      <a href={nowHref} className="link whitespace-nowrap">
        Back to now
      </a>
    </aside>
  );
}
