import { formatDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import type { FilingView } from "@/lib/services/views/shapes/filing";

/** How soon a filing came, in two lines: the answer, and what it rests on. */
export function timelinessWords(timeliness: FilingView["timeliness"]): { answer: string; detail: string } {
  const { status, reason, dueDate, businessDays, late, signedAfter } = timeliness;
  if (status === "not assessed") {
    if (signedAfter === null) return { answer: "not assessed", detail: reason ?? "the filing does not say" };
    return {
      answer: `signed ${countOf(signedAfter, "business day")} after`,
      detail: "the event; lateness not assessed without a filing date",
    };
  }
  const due = dueDate === null ? "" : `due ${formatDate(dueDate)}`;
  const took = businessDays === null ? "" : `${countOf(businessDays, "business day")} after the event`;
  return {
    answer: status === "late" && late !== null ? `late by ${countOf(late, "business day")}` : status,
    detail: [took, due].filter((part) => part !== "").join(", "),
  };
}
