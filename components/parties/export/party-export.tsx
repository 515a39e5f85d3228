"use client";

import dynamic from "next/dynamic";
import type { PartyExportProps } from "./party-export-buttons";

const Buttons = dynamic(() => import("./party-export-buttons").then((module) => module.PartyExportButtons));

/** Takes a table of an issuer's or insider's page along; its code comes after the page's text. */
export function PartyExport(props: PartyExportProps) {
  return <Buttons {...props} />;
}
