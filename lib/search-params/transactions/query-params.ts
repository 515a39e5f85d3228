import { AS_OF } from "../as-of";
import { CHOICES } from "./choices";
import { DEFAULT_COLUMNS } from "./columns";
import { fallParams } from "./fall";
import type { Given, TransactionQuery } from "./query";
import { RANGES, rangeParams } from "./ranges";

/** The query's parameters in their one short order: what is as by default is not written. */
export function transactionParams(query: TransactionQuery): [name: string, value: string][] {
  const params: [string, string][] = [];
  for (const { name } of CHOICES) {
    const chosen = query.choices[name];
    if (chosen !== undefined && chosen.length > 0) params.push([name, chosen.join(",")]);
  }
  if (query.issuers.length > 0) params.push(["issuer", query.issuers.join(",")]);
  if (query.insider !== null) params.push(["insider", query.insider]);
  for (const range of RANGES) {
    const [from, to] = rangeParams(range);
    const chosen = query.ranges[range.name];
    if (chosen?.from !== null && chosen?.from !== undefined) params.push([from, String(chosen.from)]);
    if (chosen?.to !== null && chosen?.to !== undefined) params.push([to, String(chosen.to)]);
  }
  params.push(...fallParams(query.fall));
  if (query.sort !== "filed") params.push(["sort", query.sort]);
  if (query.order !== "desc") params.push(["order", query.order]);
  if (query.columns.join() !== DEFAULT_COLUMNS.join()) params.push(["columns", query.columns.join(",")]);
  if (query.after !== null) params.push(["after", query.after]);
  if (query.asOf !== null) params.push([AS_OF, query.asOf]);
  return params;
}

/** Whether a URL is worth shortening: a form sends empty fields and repeats names. */
export function isLongForm(given: Given): boolean {
  return Object.values(given).some((value) => value === "" || (Array.isArray(value) && value.length > 1));
}
