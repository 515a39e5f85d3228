import { RowLink } from "@/components/links/ledger-link";
import { formatDate } from "@/lib/format/dates";
import { formatShares } from "@/lib/format/numbers";
import { filingPath } from "@/lib/paths";
import type { RowLabel } from "@/lib/services/views/shapes/row";

/** A row by what tells it from others: its place, its day, its code, its security. */
export function RowName({ row }: { row: RowLabel }) {
  const parts = [
    row.tradeDate === null ? "holding" : formatDate(row.tradeDate),
    row.code,
    row.shares === null ? null : `${formatShares(row.shares)} of`,
    row.securityTitle ?? "untitled",
  ];
  return (
    <>
      <RowLink href={filingPath(row.filingId, row.anchor)} className="evidence font-mono text-xs">
        {row.anchor}
      </RowLink>{" "}
      <span className="text-ink-2">{parts.filter((part) => part !== null).join(" ")}</span>
    </>
  );
}
