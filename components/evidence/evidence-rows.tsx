"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type PackedRows, unpackRows } from "@/components/data-table/pack-rows";
import {
  type EvidenceFigure,
  type EvidenceIndex,
  type EvidenceRow,
  evidenceIn,
  type ListedFigure,
} from "./evidence-figure";
import { addressOf } from "./row-index";

const EvidenceRows = createContext<EvidenceIndex>(new Map());

/** The rows that a page's figures cite, sent to the browser once; each figure names its own by address. */
export function EvidenceRowsProvider({ rows, children }: { rows: PackedRows<EvidenceRow>; children: ReactNode }) {
  return <EvidenceRows value={new Map(unpackRows(rows).map((row) => [addressOf(row), row]))}>{children}</EvidenceRows>;
}

/** A figure with its rows as far as the page holds them; put together when its panel opens. */
export function useEvidenceOf(): (figure: ListedFigure) => EvidenceFigure {
  const index = useContext(EvidenceRows);
  return (figure) => evidenceIn(figure, index);
}
