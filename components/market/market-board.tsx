import type { ComponentProps } from "react";
import { TableExport } from "@/components/data-table/table-export";
import { DayLink } from "@/components/links/day-link";
import { RowLink } from "@/components/links/ledger-link";
import { InsiderLinks, IssuerLink } from "@/components/parties/party-links";
import { signalTable } from "@/components/signals/signal-export";
import { dayOf } from "@/components/signals/signal-table";
import { formatDate } from "@/lib/format/dates";
import { formatMoney } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { SignalRow } from "@/lib/services/signals/signal-view";

interface MarketBoardProps {
  id: string;
  title: string;
  about: string;
  /** The whole board, or the screener under the same question, in one way or several. */
  ways: readonly { label: string; href: ComponentProps<typeof DayLink>["href"] }[];
  /** What the days and the dollars of the rows are. */
  date: string;
  figure: string;
  rows: readonly SignalRow[];
  /** Why there may be none. */
  empty: string;
}

/** On a phone names and reason have lines of their own. */
const LINE = "grid grid-cols-[5.5rem_1fr_auto] items-baseline gap-x-3 sm:grid-cols-[5.5rem_3.5rem_1fr_auto]";

/** At most ten rows: who, how much, and the reason why each is there, which leads to its evidence. */
export function MarketBoard({ id, title, about, ways, date, figure, rows, empty }: MarketBoardProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="mb-9 min-w-0 break-inside-avoid border-t border-ink/80 pt-2.5"
    >
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        <span className="ml-auto flex gap-x-3 text-sm">
          {ways.map(({ label, href }) => (
            <DayLink key={label} href={href} aria-label={`${title}: ${label}`} className="link">
              {label}
            </DayLink>
          ))}
        </span>
        <p className="w-full text-sm text-ink-3">{about}</p>
      </div>
      {rows.length === 0 ? (
        <p className="border-t border-rule pt-1.5 text-sm text-ink-2">{empty}</p>
      ) : (
        <>
          <div aria-hidden="true" className={`${LINE} border-b border-rule-strong pb-1 text-xs text-ink-3`}>
            <span>{date}</span>
            <span>Issuer</span>
            <span className="max-sm:hidden">Insider, and why it is here</span>
            <span>{figure}</span>
          </div>
          <ol className="text-sm">
            {rows.map((row) => (
              <BoardRow key={row.key} row={row} date={date} />
            ))}
          </ol>
          <div className="mt-1.5 text-right">
            <TableExport {...signalTable(rows, "value_usd")} fileName={id} />
          </div>
        </>
      )}
    </section>
  );
}

function BoardRow({ row, date }: { row: SignalRow; date: string }) {
  return (
    <li className={`${LINE} border-b border-rule py-1.5`}>
      <span className="text-ink-3">
        <span className="sr-only">{date} </span>
        {formatDate(dayOf(row.date))}
      </span>
      <span className="min-w-0 truncate font-medium">
        <IssuerLink issuer={row.issuer} isShort />
      </span>
      <span className="min-w-0 wrap-anywhere max-sm:order-1 max-sm:col-span-full">
        <InsiderLinks insiders={row.insiders} />
      </span>
      <RowLink href={evidenceHref(row)} className="evidence num font-medium">
        {formatMoney(row.figure)}
      </RowLink>
      <RowLink
        href={evidenceHref(row)}
        className="col-span-full text-ink-2 hover:text-accent hover:underline max-sm:order-2 sm:col-start-3"
      >
        {row.reason}
      </RowLink>
    </li>
  );
}

function evidenceHref({ evidence: [first] }: SignalRow): string {
  if (first === undefined) return "#";
  return first.anchor === "" ? filingPath(first.filingId) : filingPath(first.filingId, first.anchor);
}
