"use client";

import { ExportButtons } from "@/components/data-table/export-buttons";
import { useAsOf } from "@/components/links/use-as-of";
import { fetchJson } from "@/lib/queries/fetch-json";
import { withAsOf } from "@/lib/search-params/as-of";
import type { RowView } from "@/lib/services/views/shapes/row";

/** Takes the rows of a filing along, both tables in one, holdings too. */
export function FilingExport({ id }: { id: string }) {
  const asOf = useAsOf();
  const load = async () => {
    const [{ rowsTable }, { rows }] = await Promise.all([
      import("@/components/transactions/row-export"),
      fetchJson<{ rows: RowView[] }>(withAsOf(`/api/v1/filings/${encodeURIComponent(id)}`, asOf)),
    ]);
    return rowsTable(rows);
  };
  return <ExportButtons load={load} fileName={`filing-${id}`} label="Export the filing’s rows" />;
}
