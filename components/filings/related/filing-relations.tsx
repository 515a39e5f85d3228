import { Section } from "@/components/layout/section";
import { PageLink, RowLink } from "@/components/links/ledger-link";
import { InsiderLinks } from "@/components/parties/party-links";
import { formatKnownDay } from "@/lib/format/known-day";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { FilingSummary, FilingView } from "@/lib/services/views/shapes/filing";
import { AmendmentChanges } from "./amendment-changes";

/** What amendments changed, on the original and on the amendment alike. */
export function FilingAmendments({ view: { amendments, summary } }: { view: FilingView }) {
  if (amendments.length === 0) return null;
  return (
    <Section id="amendments" title="Amendments" about="Old → new, by row and field. A row left out stays in force.">
      {amendments.map((amendment) => (
        <AmendmentChanges key={amendment.amendment.id} amendment={amendment} own={summary.id} />
      ))}
    </Section>
  );
}

/** Filings of other owners that tell of the same events. */
export function JointFilings({ view: { jointFilings } }: { view: FilingView }) {
  if (jointFilings.length === 0) return null;
  return (
    <Section
      id="joint"
      title="Filed by others too"
      about="The same events in other owners’ filings; the issuer’s totals count each once, in the filing known first."
    >
      <ul className="text-sm">
        {jointFilings.map(({ filing, rows, rule }) => (
          <li key={filing.id} className="border-b border-rule py-1.5">
            <PageLink href={filingPath(filing.id)} className="link">
              Form {filing.documentType}
            </PageLink>{" "}
            of <InsiderLinks insiders={filing.owners} />, {countOf(rows.length, "event")}:{" "}
            {rows.map(({ own, other }, index) => (
              <span key={`${own.anchor} ${other.anchor}`}>
                {index === 0 ? "" : ", "}
                <a href={`#${own.anchor}`} className="evidence font-mono text-xs">
                  {own.anchor}
                </a>
                {" = "}
                <RowLink href={filingPath(other.filingId, other.anchor)} className="evidence font-mono text-xs">
                  {other.anchor}
                </RowLink>
              </span>
            ))}
            . <span className="text-ink-3">{rule}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** To the filings of the same owners before and after this one. */
export function FilingNeighbours({ view: { previous, next } }: { view: FilingView }) {
  if (previous === null && next === null) return null;
  return (
    <nav aria-label="Filings of the same owners" className="no-print mb-4 flex justify-between gap-4 text-sm">
      <span>{previous === null ? null : <Neighbour filing={previous} word="← previous" />}</span>
      <span className="text-right">{next === null ? null : <Neighbour filing={next} word="next →" />}</span>
    </nav>
  );
}

function Neighbour({ filing, word }: { filing: FilingSummary; word: string }) {
  const day = formatKnownDay(filing);
  return (
    <PageLink href={filingPath(filing.id)} className="link">
      {word}: Form {filing.documentType}
      {day === null ? "" : `, ${day}`}
    </PageLink>
  );
}
