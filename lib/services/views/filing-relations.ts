import type { FilingFacts } from "@/lib/analytics/rows/filed-row";
import { compareFilings, groupBy } from "@/lib/analytics/rows/filing-order";
import type { StoredFiling } from "../filings-of-sources";
import type { IssuerFindings } from "../refresh/issuer-findings";
import { amendmentViews } from "./amendment-view";
import { filingSummary } from "./filing-summary";
import type { RowRef } from "./shapes/cited-figure";
import type { FilingView } from "./shapes/filing";

type FilingRelations = Pick<FilingView, "amendments" | "previous" | "next" | "jointFilings">;

/** Of a filing that was not known yet, nothing is said. */
export const NO_RELATIONS: FilingRelations = { amendments: [], previous: null, next: null, jointFilings: [] };

/** What the issuer's filings say of one of them: amendments, the same owners' filings around it, joint filings. */
export function filingRelations(
  facts: FilingFacts,
  filings: readonly StoredFiling[],
  findings: IssuerFindings,
): FilingRelations {
  const own = filings
    .filter((filing) => filing.facts.ownerKey === facts.ownerKey)
    .sort((a, b) => compareFilings(a.facts, b.facts));
  const place = own.findIndex((filing) => filing.facts.filingId === facts.filingId);
  const at = (index: number) => {
    const filing = place < 0 ? undefined : own[index];
    return filing === undefined ? null : filingSummary(filing);
  };
  return {
    amendments: amendmentViews(facts, own),
    previous: at(place - 1),
    next: at(place + 1),
    jointFilings: jointFilings(facts.filingId, filings, findings.copies),
  };
}

interface Meeting {
  own: RowRef;
  other: RowRef;
  rule: string;
}

function jointFilings(
  id: string,
  filings: readonly StoredFiling[],
  copies: IssuerFindings["copies"],
): FilingRelations["jointFilings"] {
  const meetings: Meeting[] = [];
  for (const [address, { countedAs, rule }] of copies) {
    const [copy, counted] = [refOf(address), refOf(countedAs)];
    if (copy.filingId === id) meetings.push({ own: copy, other: counted, rule });
    else if (counted.filingId === id) meetings.push({ own: counted, other: copy, rule });
  }
  return [...groupBy(meetings, ({ other }) => other.filingId)].flatMap(([otherId, of]) => {
    const filing = filings.find((one) => one.facts.filingId === otherId);
    if (filing === undefined) return [];
    const rows = of.map(({ own, other }) => ({ own, other }));
    return [{ filing: filingSummary(filing), rows, rule: of[0]?.rule ?? "" }];
  });
}

function refOf(address: string): RowRef {
  const [filingId = "", anchor = ""] = address.split("#");
  return { filingId, anchor };
}
