"use client";

import { useState } from "react";
import { formatCount } from "@/lib/format/numbers";
import type { RowView } from "@/lib/services/views";
import type { TransactionColumn } from "./transaction-columns";
import { TransactionTable } from "./transaction-table";

interface TransactionListProps {
  /** The newest rows, or all. */
  rows: readonly RowView[];
  rowCount: number;
  hide?: readonly TransactionColumn[];
  /** Asks for all rows, where `rows` are not all; they arrive as `rows`. */
  onWantAll?: () => void;
}

const STEP = 60;

/** The table of rows, a stretch at a time. Sorting waits for all rows: the largest of some is not the largest. */
export function TransactionList({ rows, rowCount, hide, onWantAll }: TransactionListProps) {
  const [shown, setShown] = useState(STEP);
  const isWhole = rows.length >= rowCount;
  const more = () => {
    if (!isWhole) onWantAll?.();
    setShown((count) => count + STEP * 5);
  };
  return (
    <>
      <TransactionTable rows={rows} hide={hide} limit={shown} onSort={isWhole ? undefined : onWantAll} />
      {rowCount > Math.min(shown, rows.length) ? (
        <p className="no-print mt-3 text-sm text-ink-2">
          {formatCount(Math.min(shown, rows.length))} of {formatCount(rowCount)} rows.{" "}
          <button type="button" onClick={more} className="link">
            Show more
          </button>
        </p>
      ) : null}
    </>
  );
}
