import { addDays } from "@/lib/analytics/rows/day-numbers";
import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { addBusinessDays, businessDayOnOrAfter } from "./business-days";

/** Since then Form 4 is due by the second business day after the trade (Sarbanes-Oxley Act, section 403). */
const TWO_DAY_RULE = "2002-08-29";
/** Since then a gift goes on Form 4 (SEC Release 33-11138). */
const GIFTS_ON_FORM_4 = "2023-02-27";

/** Dates outside are slips (domain §2): shown as filed, counted from nowhere. */
export function isPlausible(date: string): boolean {
  return date >= "1990-01-01" && date < "2100-01-01";
}

export type NotAssessed =
  | "no filing date"
  | "amendment"
  | "holding"
  | "no trade date"
  | "trade after the filing date"
  | "trade date out of range"
  | "may wait for Form 5"
  | "reported early"
  | "holding of a Form 3"
  | "registration of a new issuer"
  | "no date of the event"
  | "unknown form";

/** When a row had to be on file, and by which rule; or why that isn't assessed. */
export type Due =
  | {
      rule: "Form 4" | "Form 4, before 29 August 2002" | "Form 3" | "Form 5";
      eventDate: string;
      dueDate: string;
      reason: null;
    }
  | { rule: null; eventDate: string | null; dueDate: null; reason: NotAssessed };

/**
 * The due date of a row, by form, code and date (domain §7). A row of a Form 5 that says it belongs on Form 4 is due as on
 * Form 4. Due dates on a closed day move to the next business day (Rule 0-3).
 */
export function dueDate(row: FiledRow): Due {
  const { filing } = row;
  if (filing.isAmendment) return none("amendment");
  switch (filing.documentType) {
    case "4":
      return dueOnForm4(row);
    case "5":
      return dueOnForm5(row);
    case "3":
      return none("holding");
    default:
      return none("unknown form");
  }
}

function dueOnForm4(row: FiledRow): Due {
  if (row.kind === "holding") return none("holding");
  if (row.tradeDate === null) return none("no trade date");
  if (mayWaitForForm5(row)) return none("may wait for Form 5", row.tradeDate);
  if (row.timeliness === "E") return none("reported early", row.tradeDate);
  return form4Rule(row, row.tradeDate);
}

function form4Rule(row: FiledRow, tradeDate: string): Due {
  if (!isPlausible(tradeDate)) return none("trade date out of range", tradeDate);
  if (tradeDate < TWO_DAY_RULE) {
    return {
      rule: "Form 4, before 29 August 2002",
      eventDate: tradeDate,
      dueDate: tenthOfNextMonth(tradeDate),
      reason: null,
    };
  }
  const eventDate = executionDate(row, tradeDate);
  return { rule: "Form 4", eventDate, dueDate: addBusinessDays(eventDate, 2), reason: null };
}

/** Rule 16a-3(g)(2): a deemed execution date counts, at the latest the third business day after the trade. */
function executionDate(row: FiledRow, tradeDate: string): string {
  const deemed = row.deemedExecutionDate;
  if (deemed === null || deemed <= tradeDate) return tradeDate;
  const latest = addBusinessDays(tradeDate, 3);
  return deemed < latest ? deemed : latest;
}

function mayWaitForForm5(row: FiledRow): boolean {
  if (row.code === "L" || row.code === "W") return true;
  return row.code === "G" && (row.tradeDate ?? "") < GIFTS_ON_FORM_4;
}

function dueOnForm5(row: FiledRow): Due {
  if (row.transactionFormType === "3") return none("holding of a Form 3");
  if (row.transactionFormType === "4" && row.kind === "transaction" && row.tradeDate !== null)
    return form4Rule(row, row.tradeDate);
  const yearEnd = row.filing.periodOfReport;
  if (yearEnd === null || !isPlausible(yearEnd)) return none("no date of the event");
  return { rule: "Form 5", eventDate: yearEnd, dueDate: businessDayOnOrAfter(addDays(yearEnd, 45)), reason: null };
}

/** Form 3: ten calendar days after the event that made the owner an insider. */
export function dueOfForm3(eventDate: string): Due {
  return { rule: "Form 3", eventDate, dueDate: businessDayOnOrAfter(addDays(eventDate, 10)), reason: null };
}

function tenthOfNextMonth(date: string): string {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`;
  return businessDayOnOrAfter(`${next}-10`);
}

/** No due date, with the reason. */
export function none(reason: NotAssessed, eventDate: string | null = null): Due {
  return { rule: null, eventDate, dueDate: null, reason };
}
