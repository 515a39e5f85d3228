import type { ReactNode } from "react";
import type { ChartSource } from "@/components/charts/export/chart-source";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { OptionBook } from "@/components/holdings/option-book";
import type { Party } from "@/lib/queries/party-activity-query";
import type { AuditView, OptionBookView } from "@/lib/services/sections/section-views";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";
import type { HiddenParties } from "../party-links";
import { PartySection } from "./party-section";

interface HoldingsSectionProps {
  party: Party;
  lines: readonly BalanceLineView[];
  audit: AuditView;
  /** What saved charts say of themselves. */
  source: ChartSource;
  /** Below the chart. */
  children?: ReactNode;
}

/** The balances that were reported, as a chart. */
export function HoldingsSection({ party, lines, audit, source, children }: HoldingsSectionProps) {
  return (
    <PartySection
      party={party}
      table="balances"
      id="holdings"
      title="Holdings"
      about="Balances as reported, one step a report; gaps are marked, not filled."
    >
      <HoldingsPanel lines={lines} residuals={audit.residuals} source={source} />
      {children}
    </PartySection>
  );
}

/** Open options and units; nothing where no derivative is held. */
export function OptionBookSection({ party, book, hide }: { party: Party; book: OptionBookView; hide: HiddenParties }) {
  if (book.grants.length + book.leftOut.length === 0) return null;
  const owners = party.kind === "issuer" ? "their owners’" : "the owner’s";
  return (
    <PartySection
      party={party}
      table="option-book"
      id="option-book"
      title="Option book"
      about={`Open grants at the latest report, valued at ${owners} own last price.`}
    >
      <OptionBook book={book} hide={hide} />
    </PartySection>
  );
}
