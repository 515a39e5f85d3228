import Link from "next/link";
import { TableExport } from "@/components/data-table/table-export";
import { AsOfBanner } from "@/components/layout/as-of-banner";
import { AsOfForm } from "@/components/layout/as-of-form";
import { EmptyState } from "@/components/layout/empty-state";
import { FictionalBanner, Notice } from "@/components/layout/notice";
import { Page, PageHeading } from "@/components/layout/page";
import { DayLink } from "@/components/links/day-link";
import { formatCount } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { dataPath, methodPath, SIGNAL_NAMES, type SignalName, signalPath } from "@/lib/paths";
import type { SignalQuery } from "@/lib/search-params/signals";
import type { SignalView } from "@/lib/services/signals/signal-view";
import { BOARDS } from "./board-words";
import { signalTable } from "./signal-export";
import { SignalForm } from "./signal-form";
import { SignalTable } from "./signal-table";

interface SignalPageProps {
  view: SignalView;
  query: SignalQuery;
  unread: readonly string[];
  /** A day in the address that is none. */
  unreadDay: string | null;
  /** Filings of the ledger, and how many of them have no filing date: asked where no late one is found. */
  dated: { filings: number; undated: number } | null;
}

/** One board of signals with its parameters; the others are a link away. */
export function SignalPage({ view, query, unread, unreadDay, dated }: SignalPageProps) {
  const words = BOARDS[view.board];
  return (
    <>
      {view.fictional ? <FictionalBanner isPartly /> : null}
      <AsOfBanner asOf={view.asOf} unread={unreadDay} nowHref={signalPath(view.board, paramsOf(query))} />
      <Page>
        <SignalTabs board={view.board} />
        <PageHeading title={words.title}>
          <span>
            {words.about}{" "}
            <Link href={methodPath(words.method)} prefetch={false} className="link">
              How
            </Link>
          </span>
          <AsOfForm path={signalPath(view.board)} asOf={view.asOf} keep={Object.fromEntries(paramsOf(query))} />
        </PageHeading>
        {unread.length === 0 ? null : (
          <Notice>
            Left out, because it could not be read or is less than what is stored: {unread.slice(0, 5).join(", ")}.
          </Notice>
        )}
        {view.notes.map((note) => (
          <Notice key={note}>{note}</Notice>
        ))}
        <SignalForm board={view.board} query={query} asOf={view.asOf} />
        {view.rows.length === 0 ? (
          <NothingFound dated={dated} isAsked={paramsOf(query).length > 0} />
        ) : (
          <>
            <SignalTable board={view.board} rows={view.rows} />
            <div className="mt-3">
              <TableExport {...signalTable(view.rows, words.column)} fileName={view.board} />
            </div>
          </>
        )}
        {view.isCapped ? (
          <p className="mt-2 text-sm text-ink-2">
            The first {formatCount(view.rows.length)} are listed; there are more.
          </p>
        ) : null}
      </Page>
    </>
  );
}

/** Parameters that ask too much, filings that can't be assessed, or a ledger that holds no such case. */
function NothingFound({ dated, isAsked }: Pick<SignalPageProps, "dated"> & { isAsked: boolean }) {
  const held = (
    <DayLink href={dataPath()} className="link">
      What this ledger holds
    </DayLink>
  );
  const undated = dated?.undated ?? 0;
  const isUnknown = undated > 0 && undated === dated?.filings;
  if (isAsked && !isUnknown)
    return <EmptyState title="Nothing meets these parameters.">Widen them, or remove one.</EmptyState>;
  if (undated === 0) return <EmptyState title="No such case in this ledger.">{held}</EmptyState>;
  return (
    <EmptyState title={isUnknown ? "Lateness can’t be assessed here." : "No late filing among those assessed."}>
      {formatCount(undated)} of {countOf(dated?.filings ?? 0, "filing")} came from a source that gives no filing date:
      whether they were late is not known. {held}
    </EmptyState>
  );
}

function paramsOf(query: SignalQuery): [name: string, value: string][] {
  return Object.entries(query).map(([name, value]) => [name, String(value)]);
}

function SignalTabs({ board }: { board: SignalName }) {
  return (
    <nav aria-label="Signals" className="no-print mb-5 border-b border-rule">
      <ul className="flex flex-wrap gap-x-5 text-sm">
        {SIGNAL_NAMES.map((name) => (
          <li key={name}>
            <DayLink
              href={signalPath(name)}
              aria-current={name === board ? "page" : undefined}
              className="-mb-px inline-block border-b-2 border-transparent py-1.5 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
            >
              {BOARDS[name].title}
            </DayLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
