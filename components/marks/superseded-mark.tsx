import { RowLink } from "@/components/links/ledger-link";
import { formatInstant } from "@/lib/format/dates";
import { rowPath } from "@/lib/paths";
import type { RowView } from "@/lib/services/views/shapes/row";

/** Leads from a row that an amendment replaced to what replaced it. */
export function SupersededMark({ row }: { row: Pick<RowView, "supersededBy" | "supersededAt" | "supersededRule"> }) {
  if (row.supersededBy === null) return null;
  const when = row.supersededAt === null ? "" : ` since ${formatInstant(row.supersededAt)}`;
  return (
    <RowLink
      href={rowPath(row.supersededBy)}
      className="in-force link ml-2"
      title={`Replaced by an amendment${when}${row.supersededRule === null ? "" : `: ${row.supersededRule}`}`}
    >
      replaced
    </RowLink>
  );
}
