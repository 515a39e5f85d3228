import type { Warning } from "@/lib/ownership/document";
import { MAX_NAME, MAX_WARNING_TEXT, MAX_XML_WARNINGS } from "./limits";

/** The row that a warning speaks of; its anchor is known only when the row ends. */
export interface RowPlace {
  anchor: string;
}

interface Noticed {
  code: string;
  message: string;
  path: string;
  row: RowPlace | null;
}

/** What the reader noticed, in document order. */
export class WarningList {
  private readonly noticed: Noticed[] = [];
  private unlisted = 0;

  /** `path` is counted from the row when there is one, else from the root. */
  add(code: string, message: string, path: string, row: RowPlace | null = null): void {
    if (this.noticed.length < MAX_XML_WARNINGS) this.noticed.push({ code, message, path, row });
    else this.unlisted += 1;
  }

  list(): Warning[] {
    const warnings = this.noticed.map(({ code, message, path, row }) => ({
      code,
      message,
      path: row === null ? path : [row.anchor, path].filter((part) => part !== "").join("/"),
    }));
    if (this.unlisted > 0) {
      const message = `${this.unlisted} more warnings are not listed; the first ${MAX_XML_WARNINGS} are.`;
      warnings.push({ code: "warnings-not-listed", message, path: "ownershipDocument" });
    }
    return warnings;
  }
}

/** A filed text for a message: in quotes, and cut with a count when it is very long. */
export function quoted(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= MAX_WARNING_TEXT) return `“${trimmed}”`;
  return `“${trimmed.slice(0, MAX_WARNING_TEXT)}…” (and ${trimmed.length - MAX_WARNING_TEXT} more characters)`;
}

/** An element's or attribute's name for a message or a path; hostile ones can be megabytes long. */
export function shortName(name: string): string {
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME)}…`;
}
