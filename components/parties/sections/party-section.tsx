import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import type { Party } from "@/lib/queries/party-activity-query";
import { PartyExport } from "../export/party-export";
import type { PartyExportProps } from "../export/party-export-buttons";

interface PartySectionProps {
  party: Party;
  /** The table that can be taken along. */
  table: PartyExportProps["table"];
  id: string;
  title: string;
  about: ReactNode;
  children: ReactNode;
}

/** A section of an issuer's or insider's page, with its table to take along. */
export function PartySection({ party, table, ...section }: PartySectionProps) {
  return <Section {...section} aside={<PartyExport party={party} table={table} />} />;
}
