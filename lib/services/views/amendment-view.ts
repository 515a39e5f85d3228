import { amendmentDiff } from "@/lib/analytics/counting/amendment-diff";
import { type Amendment, findAmendments } from "@/lib/analytics/counting/amendments";
import { type FiledRow, type FilingFacts, footnoteIdsOfRow } from "@/lib/analytics/rows/filed-row";
import type { StoredFiling } from "../filings-of-sources";
import { filingSummary } from "./filing-summary";
import { rowRef } from "./rows/row-view";
import type { AmendmentView } from "./shapes/filing";
import type { RowLabel } from "./shapes/row";

/**
 * The amendments that a filing is or that act on it, in the order they became known. Pass every filing of its owners at its
 * issuer: an amendment acts only among those.
 */
export function amendmentViews(facts: FilingFacts, own: readonly StoredFiling[]): AmendmentView[] {
  const { amendments } = findAmendments(own.map((filing) => filing.facts));
  const summaries = new Map(own.map((filing) => [filing.facts.filingId, filingSummary(filing)]));
  return amendments
    .filter((amendment) => concerns(amendment, facts.filingId))
    .flatMap((amendment) => {
      const summary = summaries.get(amendment.filing.filingId);
      return summary === undefined ? [] : [viewOf(amendment, summary, summaries)];
    });
}

function concerns({ filing, original, amends, candidates, pairing }: Amendment, id: string): boolean {
  const others = [filing, original, amends, ...candidates].flatMap((one) => (one === null ? [] : [one.filingId]));
  return others.includes(id) || (pairing?.pairs.some(({ before }) => before.filing.filingId === id) ?? false);
}

function viewOf(
  amendment: Amendment,
  summary: AmendmentView["amendment"],
  summaries: ReadonlyMap<string, AmendmentView["amendment"]>,
): AmendmentView {
  const diff = amendmentDiff(amendment);
  return {
    amendment: summary,
    original: summaries.get(amendment.original?.filingId ?? "") ?? null,
    rule: amendment.rule,
    problem: amendment.problem,
    changed: (diff?.changed ?? []).map(({ before, after, changes }) => ({
      before: rowLabel(before),
      after: rowLabel(after),
      changes: changes.map((change) =>
        change.field === "footnotes" ? { ...change, before: notesOf(before), after: notesOf(after) } : { ...change },
      ),
    })),
    repeated: (diff?.repeated ?? []).map(({ before, after }) => ({ before: rowLabel(before), after: rowLabel(after) })),
    added: (diff?.added ?? []).map(rowLabel),
    leftOut: (diff?.leftOut ?? []).map(rowLabel),
  };
}

/** Notes are compared by their plain words, and shown as filed. */
function notesOf(row: FiledRow): string | null {
  const notes = footnoteIdsOfRow(row).map((id) => row.filing.footnotes.get(id) ?? id);
  return notes.length === 0 ? null : notes.join(" ");
}

/** A row in few words, where its filing is not the page's own. */
export function rowLabel(row: FiledRow): RowLabel {
  const { tradeDate, code, securityTitle, shares } = row;
  return { ...rowRef(row), tradeDate, code, securityTitle, shares };
}
