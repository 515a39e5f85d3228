import { citedRows } from "@/components/evidence/evidence-figure";
import { EvidenceRowsProvider } from "@/components/evidence/evidence-rows";
import { indexRows } from "@/components/evidence/row-index";
import { Section } from "@/components/layout/section";
import { ConductSection, LedgerAuditSection } from "@/components/parties/sections/filing-sections";
import { DoubleCountMeter } from "@/components/transactions/double-count-meter";
import type { Party } from "@/lib/queries/party-activity-query";
import type { IssuerSections } from "@/lib/services/sections/section-views";
import type { IssuerView } from "@/lib/services/views/shapes/party";

/** How far an issuer's filings can be trusted with numbers: what adds up, what is told twice, how they are filed. */
export function IssuerLedger({ view, sections }: { view: IssuerView; sections: IssuerSections }) {
  const rows = indexRows(view.rows);
  const party: Party = { kind: "issuer", cik: view.issuer.cik };
  const figures = sections.conduct.map((one) => one.withoutPrice.figure);
  return (
    <EvidenceRowsProvider rows={citedRows(figures, rows)}>
      <LedgerAuditSection party={party} audit={sections.audit} />
      <Section
        id="double-count"
        title="Double counting"
        about="Joint filers tell of one event in several filings; totals count it once."
      >
        <DoubleCountMeter meter={sections.meter} rows={rows} />
      </Section>
      <ConductSection party={party} conduct={sections.conduct} />
    </EvidenceRowsProvider>
  );
}
