import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { dayOf } from "@/components/signals/signal-table";
import { formatDate } from "@/lib/format/dates";
import { formatMoneyShort } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { SignalRow } from "@/lib/services/signals/signal-view";

interface MarketBoardProps {
  id: string;
  title: string;
  about: string;
  /** The whole board, or the screener under the same question. */
  href: string;
  rows: readonly SignalRow[];
  /** Why there may be none. */
  empty: string;
}

/** At most ten rows: who, how much, and the reason why each is there, which leads to its evidence. */
export function MarketBoard({ id, title, about, href, rows, empty }: MarketBoardProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="min-w-0 border-t border-ink/80 pt-2.5">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        <a href={href} aria-label={`All: ${title}`} className="link ml-auto text-sm">
          all
        </a>
        <p className="w-full text-sm text-ink-3">{about}</p>
      </div>
      {rows.length === 0 ? <p className="text-sm text-ink-2">{empty}</p> : null}
      <ol className="text-sm">
        {rows.map((row) => (
          <li key={row.key} className="border-b border-rule py-1.5">
            <div className="flex items-baseline gap-x-3">
              <span className="w-20 shrink-0 text-ink-3">{formatDate(dayOf(row.date))}</span>
              <span className="shrink-0 font-medium">
                <IssuerLink issuer={row.issuer} isShort />
              </span>
              <span className="min-w-0 flex-1 truncate">
                <InsiderLinks insiders={row.insiders} />
              </span>
              <span className="num font-medium">{formatMoneyShort(row.figure)}</span>
            </div>
            <a href={evidenceHref(row)} className="block text-ink-2 hover:text-accent hover:underline sm:pl-23">
              {row.reason}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function evidenceHref({ evidence: [first] }: SignalRow): string {
  if (first === undefined) return "#";
  return first.anchor === "" ? filingPath(first.filingId) : filingPath(first.filingId, first.anchor);
}
