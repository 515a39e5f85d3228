import type { ComponentProps } from "react";
import { TableExport } from "@/components/data-table/table-export";
import { DayLink } from "@/components/links/day-link";
import { RowLink } from "@/components/links/ledger-link";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { signalTable } from "@/components/signals/signal-export";
import { dayOf } from "@/components/signals/signal-table";
import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatMoneyShort } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { SignalRow } from "@/lib/services/signals/signal-view";

interface MarketBoardProps {
  id: string;
  title: string;
  about: string;
  /** The whole board, or the screener under the same question. */
  href: ComponentProps<typeof DayLink>["href"];
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
        <DayLink href={href} aria-label={`All: ${title}`} className="link ml-auto text-sm">
          all
        </DayLink>
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
              <RowLink href={evidenceHref(row)} className="evidence num font-medium" title={formatMoney(row.figure)}>
                {formatMoneyShort(row.figure)}
              </RowLink>
            </div>
            <RowLink href={evidenceHref(row)} className="block text-ink-2 hover:text-accent hover:underline sm:pl-23">
              {row.reason}
            </RowLink>
          </li>
        ))}
      </ol>
      {rows.length === 0 ? null : (
        <div className="mt-1.5 text-right">
          <TableExport {...signalTable(rows, "value_usd")} fileName={id} />
        </div>
      )}
    </section>
  );
}

function evidenceHref({ evidence: [first] }: SignalRow): string {
  if (first === undefined) return "#";
  return first.anchor === "" ? filingPath(first.filingId) : filingPath(first.filingId, first.anchor);
}
