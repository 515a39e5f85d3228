"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useAsOf } from "@/components/links/use-as-of";
import type { TransactionColumn } from "@/components/transactions/transaction-columns";
import { TransactionList } from "@/components/transactions/transaction-list";
import { insiderRowsQuery } from "@/lib/queries/insider-query";
import type { RowView } from "@/lib/services/views";

interface InsiderRowsProps {
  cik: string;
  /** The newest rows, or all. */
  rows: readonly RowView[];
  rowCount: number;
  hide: readonly TransactionColumn[];
}

/** An insider's rows: the newest with the page, all of them when they are asked for. */
export function InsiderRows({ cik, rows, rowCount, hide }: InsiderRowsProps) {
  const [wantsAll, setWantsAll] = useState(false);
  const { data, error } = useQuery({ ...insiderRowsQuery(cik, useAsOf()), enabled: wantsAll });
  return (
    <>
      <TransactionList rows={data ?? rows} rowCount={rowCount} hide={hide} onWantAll={() => setWantsAll(true)} />
      {error === null ? null : (
        <p role="alert" className="mt-2 text-sm text-flag">
          {error.message}
        </p>
      )}
    </>
  );
}
