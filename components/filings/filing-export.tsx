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
    const [{ rowTable }, { rows }] = await Promise.all([
      import("@/lib/format/tables/transaction-table"),
      fetchJson<{ rows: RowView[] }>(withAsOf(`/api/v1/filings/${encodeURIComponent(id)}`, asOf)),
    ]);
    return rowTable(rows);
  };
  return <ExportButtons load={load} fileName={`filing-${id}`} label="Export the filing’s rows" />;
}
