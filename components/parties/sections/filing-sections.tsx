import { ConductTable } from "@/components/filings/conduct-table";
import { FilingList } from "@/components/filings/list/filing-list";
import { LedgerAudit } from "@/components/holdings/ledger-audit";
import type { Party } from "@/lib/queries/party-activity-query";
import type { AuditView, ConductView } from "@/lib/services/sections/section-views";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import { PartySection } from "./party-section";

interface FilingsSectionProps {
  party: Party;
  filings: readonly FilingSummary[];
  /** All of them were asked for, however many. */
  isWhole: boolean;
}

/** Every filing of a party. */
export function FilingsSection({ party, filings, isWhole }: FilingsSectionProps) {
  return (
    <PartySection
      party={party}
      table="filings"
      id="filings"
      title="Filings"
      about="Newest first; all filings, whatever the filter."
    >
      <FilingList filings={filings} hide={party.kind} isWhole={isWhole} />
    </PartySection>
  );
}

/** Whether a party's rows add up. */
export function LedgerAuditSection({ party, audit }: { party: Party; audit: AuditView }) {
  return (
    <PartySection
      party={party}
      table="ledger-audit"
      id="ledger-audit"
      title="Ledger audit"
      about="Last balance plus the rows gives the next balance? Each step that does not, with its explanation."
    >
      <LedgerAudit audit={audit} hide={party.kind === "insider" ? "insider" : undefined} />
    </PartySection>
  );
}

/** How filings come in: of an issuer's insiders one by one, of an insider issuer by issuer. */
export function ConductSection({ party, conduct }: { party: Party; conduct: readonly ConductView[] }) {
  const who = party.kind === "issuer" ? "each insider files here" : "this insider files";
  return (
    <PartySection
      party={party}
      table="conduct"
      id="conduct"
      title="Filing conduct"
      about={`How ${who}: counts, no judgement.`}
    >
      <ConductTable conduct={conduct} by={party.kind === "issuer" ? "insider" : "issuer"} />
    </PartySection>
  );
}
