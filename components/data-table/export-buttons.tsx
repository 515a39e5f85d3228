"use client";

import { useState } from "react";
import type { PlainTable } from "@/lib/format/tables/table-text";

export type ExportFormat = "csv" | "json" | "copy";

interface ExportButtonsProps {
  /** Asked for when something is exported; may fetch what the page does not hold. */
  load: () => PlainTable | Promise<PlainTable>;
  /** Without ending: `clusters` gives `clusters.csv`. */
  fileName: string;
  /** What is exported, where a page has several tables. */
  label?: string;
}

const FORMATS: readonly { format: ExportFormat; words: string }[] = [
  { format: "csv", words: "CSV" },
  { format: "json", words: "JSON" },
  { format: "copy", words: "copy as table" },
];

/** Takes a table along: as CSV (formula-safe), as JSON, or on the clipboard as a table. */
export function ExportButtons({ load, fileName, label = "Export" }: ExportButtonsProps) {
  const [said, setSaid] = useState("");
  const hand = async (format: ExportFormat) => {
    try {
      const [{ handOver }, table] = await Promise.all([import("./hand-over-table"), load()]);
      setSaid(await handOver(table, format, fileName));
    } catch (error) {
      setSaid(error instanceof Error ? error.message : "the rows could not be read");
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would break the line that it stands in
    <span role="group" aria-label={label} className="no-print text-sm whitespace-nowrap text-ink-3">
      Export:{" "}
      {FORMATS.map(({ format, words }, index) => (
        <span key={format}>
          {index === 0 ? "" : " · "}
          <button type="button" className="share" onClick={() => hand(format)}>
            {words}
          </button>
        </span>
      ))}
      <span role="status" className="ml-2 text-ink-3">
        {said}
      </span>
    </span>
  );
}
