import { formatDate } from "@/lib/format/dates";
import { formatMoney, formatPrice, formatShares } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { CitedFigure, RowRef } from "@/lib/services/views";
import { addressOf, type RowIndex } from "./row-index";

interface EvidencePanelProps {
  title: string;
  /** The figure in full, as text. */
  text: string;
  /** How the figure comes from its rows, in a sentence. */
  rule: string;
  figure: CitedFigure;
  rows: RowIndex;
}

/** More rows than this are listed by the page itself. */
const MOST_ROWS = 40;

/** What a figure is made of: its rows, what was left out and why, and the rule. */
export function EvidencePanel({ title, text, rule, figure, rows }: EvidencePanelProps) {
  const shown = figure.rows.slice(0, MOST_ROWS);
  return (
    <div className="min-w-60">
      <p className="text-ink-2">{title}</p>
      <p className="text-lg font-semibold">{text}</p>
      <p className="mt-1 max-w-[60ch] text-ink-2">{rule}</p>
      {figure.note === null ? null : <p className="mt-1 max-w-[60ch] text-ink-2">{figure.note}</p>}
      {shown.length === 0 ? null : <EvidenceRows refs={shown} rows={rows} />}
      {figure.rows.length > shown.length ? (
        <p className="mt-1 text-ink-3">and {countOf(figure.rows.length - shown.length, "more row")}</p>
      ) : null}
      {figure.leftOut.map((group) => (
        <div key={group.reason} className="mt-2">
          <p className="max-w-[60ch] text-ink-2">
            Left out, {countOf(group.count, "row")}: {group.reason}
          </p>
          <EvidenceRows refs={group.rows.slice(0, MOST_ROWS)} rows={rows} />
        </div>
      ))}
    </div>
  );
}

function EvidenceRows({ refs, rows }: { refs: readonly RowRef[]; rows: RowIndex }) {
  if (refs.length === 0) return null;
  return (
    <table className="ledger mt-2">
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Code</th>
          <th scope="col" className="num">
            Shares
          </th>
          <th scope="col" className="num">
            Price
          </th>
          <th scope="col" className="num">
            Value
          </th>
        </tr>
      </thead>
      <tbody>
        {refs.map((ref) => {
          const row = rows.get(addressOf(ref));
          return (
            <tr key={addressOf(ref)}>
              <td>
                <a href={filingPath(ref.filingId, ref.anchor)} className="link">
                  {row === undefined ? `${ref.filingId} ${ref.anchor}` : `${formatDate(row.tradeDate)} · ${ref.anchor}`}
                </a>
              </td>
              <td className="font-mono">{row?.code ?? ""}</td>
              <td className="num">{row === undefined ? "" : formatShares(row.shares)}</td>
              <td className="num">
                {row === undefined ? "" : formatPrice(row.table === "II" ? row.exercisePrice : row.price)}
              </td>
              <td className="num">{row === undefined || row.table === "II" ? "" : formatMoney(row.value)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
