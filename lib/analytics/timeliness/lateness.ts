import { planOfRow } from "@/lib/analytics/plans/plan-of-row";
import { plainWords } from "@/lib/analytics/rows/class-titles";
import type { FiledRow, FilingFacts } from "@/lib/analytics/rows/filed-row";
import { businessDaysAfter } from "./business-days";
import { type Due, dueDate, dueOfForm3, isPlausible, type NotAssessed, none } from "./due-dates";

export type LatenessStatus =
  | "on time"
  | "late"
  /** Planned, 3 to 5 business days after: on time if the execution date was deemed, which the row doesn't say. */
  | "late unless deemed"
  | "not assessed";

/** How soon after the event a row (or a Form 3) was filed. */
export interface Lateness {
  status: LatenessStatus;
  /** Why it is not assessed; null otherwise. */
  reason: NotAssessed | null;
  rule: Due["rule"];
  /** Trade date, deemed execution date, fiscal year end, or the event of a Form 3. */
  eventDate: string | null;
  dueDate: string | null;
  filingDate: string | null;
  /** Business days from the event to the filing date; null without a filing date. */
  businessDays: number | null;
  /** Business days past the due date; 0 on time, null when not assessed. */
  late: number | null;
  /** Without a filing date: business days from the event to the latest signature. */
  signedAfter: number | null;
  /** The filer's own word in `transactionTimeliness`. */
  filersWord: "early" | "late" | null;
}

export interface RowLateness extends Lateness {
  row: FiledRow;
  address: string;
}

/** Lateness of one row of a Form 4 or 5 (domain §7). */
export function rowLateness(row: FiledRow): RowLateness {
  const { filing } = row;
  const due = dueDate(row);
  const event = due.eventDate ?? row.tradeDate;
  const { status, reason, late } = verdictOn(plausible(filing.filingDate), due, row);
  return {
    row,
    address: row.address,
    rule: due.rule,
    eventDate: event,
    dueDate: due.dueDate,
    filingDate: filing.filingDate,
    businessDays: daysToFiling(filing, event),
    late,
    signedAfter: daysToSignature(filing, event),
    filersWord: row.timeliness === "E" ? "early" : row.timeliness === "L" ? "late" : null,
    status,
    reason,
  };
}

export interface Form3Options {
  /** The issuer registered its securities on that event; such a Form 3 was due at once and is not assessed. */
  newIssuer?: boolean;
}

const REGISTRATION =
  /initial public offering|\bipo\b|registration statement|form (?:8-a|10)\b|effective(?:ness)? (?:date )?of the/;

/** Lateness of a Form 3 as a whole. */
export function form3Lateness(filing: FilingFacts, options: Form3Options = {}): Lateness {
  return assess(filing, form3Due(filing, options), filing.periodOfReport);
}

function form3Due(filing: FilingFacts, options: Form3Options): Due {
  if (filing.isAmendment) return none("amendment");
  if (filing.periodOfReport === null || !isPlausible(filing.periodOfReport)) return none("no date of the event");
  const words = plainWords([...filing.footnotes.values(), filing.remarks ?? ""].join(" "));
  if (options.newIssuer === true || REGISTRATION.test(words)) {
    return none("registration of a new issuer", filing.periodOfReport);
  }
  return dueOfForm3(filing.periodOfReport);
}

/** Of a filing as a whole. */
function assess(filing: FilingFacts, due: Due, eventDate: string | null): Lateness {
  const event = due.eventDate ?? eventDate;
  const { status, reason, late } = verdictOn(plausible(filing.filingDate), due, null);
  return {
    rule: due.rule,
    eventDate: event,
    dueDate: due.dueDate,
    filingDate: filing.filingDate,
    businessDays: daysToFiling(filing, event),
    late,
    signedAfter: daysToSignature(filing, event),
    filersWord: null,
    status,
    reason,
  };
}

/** A date like 9999-12-31 is shown as filed, but no days are counted from or to it. */
function daysToFiling({ filingDate }: FilingFacts, event: string | null): number | null {
  if (event === null || filingDate === null || !isPlausible(event) || !isPlausible(filingDate)) return null;
  return businessDaysAfter(event, filingDate);
}

/** Where the filing date isn't known; nor are days counted to a signature dated before the event. */
function daysToSignature({ filingDate, signatureDate }: FilingFacts, event: string | null): number | null {
  if (filingDate !== null || event === null || signatureDate === null) return null;
  if (!isPlausible(event) || !isPlausible(signatureDate) || signatureDate < event) return null;
  return businessDaysAfter(event, signatureDate);
}

function plausible(date: string | null): string | null {
  return date !== null && isPlausible(date) ? date : null;
}

/** `row`: the one that is assessed, whose plan can excuse it; null for a filing as a whole. */
function verdictOn(
  filingDate: string | null,
  due: Due,
  row: FiledRow | null,
): Pick<Lateness, "status" | "reason" | "late"> {
  if (due.dueDate === null) return { status: "not assessed", reason: due.reason, late: null };
  if (filingDate === null) return { status: "not assessed", reason: "no filing date", late: null };
  if (due.eventDate > filingDate && due.rule !== "Form 3" && due.rule !== "Form 5") {
    return { status: "not assessed", reason: "trade after the filing date", late: null };
  }
  if (filingDate <= due.dueDate) return { status: "on time", reason: null, late: 0 };
  const late = businessDaysAfter(due.dueDate, filingDate);
  const deemable = due.rule === "Form 4" && late <= 3 && row !== null && planOfRow(row)?.planned === true;
  return { status: deemable ? "late unless deemed" : "late", reason: null, late };
}

const SEVERITY: readonly LatenessStatus[] = ["not assessed", "on time", "late unless deemed", "late"];

export interface FilingLateness {
  worst: Lateness;
  rows: readonly RowLateness[];
}

const ASSESSED = new WeakMap<FilingFacts, FilingLateness>();

/** A filing's latest row decides; rows are listed. A Form 3 is assessed as a whole. Worked out once a filing. */
export function filingLateness(filing: FilingFacts, options: Form3Options = {}): FilingLateness {
  if (filing.documentType === "3") return { worst: form3Lateness(filing, options), rows: [] };
  const known = ASSESSED.get(filing);
  if (known !== undefined) return known;
  const rows: RowLateness[] = [];
  let worst: Lateness | null = null;
  for (const row of filing.rows) {
    const own = rowLateness(row);
    if (worst === null || isWorse(own, worst)) worst = own;
    rows.push(own);
  }
  const found = { worst: worst ?? assess(filing, none("no date of the event"), filing.periodOfReport), rows };
  ASSESSED.set(filing, found);
  return found;
}

function isWorse(a: Lateness, b: Lateness): boolean {
  const [x, y] = [SEVERITY.indexOf(a.status), SEVERITY.indexOf(b.status)];
  if (x !== y) return x > y;
  if (a.status !== "not assessed") return (a.late ?? 0) > (b.late ?? 0);
  const [p, q] = [weight(a.reason), weight(b.reason)];
  return p !== q ? p > q : (a.signedAfter ?? -1) > (b.signedAfter ?? -1);
}

/** Of rows not assessed, one that only lacks the filing date speaks for the filing; a holding, only where nothing else does. */
function weight(reason: NotAssessed | null): number {
  return reason === "no filing date" ? 2 : reason === "holding" ? 0 : 1;
}
