import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BOARDS } from "@/components/signals/board-words";
import { SignalPage } from "@/components/signals/signal-page";
import { pageMetadata } from "@/lib/http/pages/page-metadata";
import { SIGNAL_NAMES, type SignalName, signalPath } from "@/lib/paths";
import { readAsOf } from "@/lib/search-params/as-of";
import { readSignalQuery } from "@/lib/search-params/signals";
import { getData } from "@/lib/services/get-data";
import { ledgerStore } from "@/lib/services/ledger-store";
import { getSignals } from "@/lib/services/signals/get-signals";

function boardOf(word: string): SignalName | null {
  return SIGNAL_NAMES.find((name) => name === word) ?? null;
}

export async function generateMetadata({ params }: PageProps<"/signals/[board]">): Promise<Metadata> {
  const board = boardOf((await params).board);
  if (board === null) return { title: "Not found" };
  const { title, about } = BOARDS[board];
  return pageMetadata({ title, description: about, path: signalPath(board) });
}

export default async function Signals({ params, searchParams }: PageProps<"/signals/[board]">) {
  const board = boardOf((await params).board);
  if (board === null) notFound();
  const given = await searchParams;
  const { query, unread } = readSignalQuery(board, given);
  const day = readAsOf(given.asof);
  const view = await getSignals(await ledgerStore(), board, query, { asOf: day.asOf });
  const dated = board === "late" && view.rows.length === 0 ? await countDated(day.asOf) : null;
  return <SignalPage {...{ view, query, unread, dated }} unreadDay={day.unread} />;
}

async function countDated(asOf: string | null) {
  const { sources } = await getData(await ledgerStore(), asOf);
  const sum = (part: "filings" | "undated") => sources.reduce((total, source) => total + source[part], 0);
  return { filings: sum("filings"), undated: sum("undated") };
}
