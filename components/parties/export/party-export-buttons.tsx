"use client";

import { ExportButtons } from "@/components/data-table/export-buttons";
import { useViewParams } from "@/components/links/use-view-params";
import { fetchJson } from "@/lib/queries/fetch-json";
import type { Party } from "@/lib/queries/party-activity-query";
import { withParams } from "@/lib/search-params/view-params";
import type { PartyTable } from "./party-tables";
import type { SectionTable } from "./section-tables";

export interface PartyExportProps {
  party: Party;
  /** A table of the view itself, or of what stands below its charts. */
  table: PartyTable | SectionTable;
}

/** Takes a table of an issuer's or insider's page along: all its rows, from the API, at the page's day. */
export function PartyExportButtons({ party, table }: PartyExportProps) {
  const { get } = useViewParams();
  const path = `/api/v1/${party.kind}s/${encodeURIComponent(party.cik)}`;
  const load = async () => {
    const [{ partyTables }, { sectionTables }] = await Promise.all([
      import("./party-tables"),
      import("./section-tables"),
    ]);
    const asked = { asof: get("asof") };
    if (isPartyTable(table, partyTables)) return partyTables[table](await fetchJson(withParams(path, [], asked)));
    return sectionTables[table](await fetchJson(withParams(`${path}/sections`, [], asked)));
  };
  return <ExportButtons load={load} fileName={`${party.kind}-${party.cik}-${table}`} label={`Export ${table}`} />;
}

function isPartyTable(table: PartyTable | SectionTable, tables: object): table is PartyTable {
  return table in tables;
}
