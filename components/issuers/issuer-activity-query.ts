import { type Activity, activityOf } from "@/components/transactions/activity";
import { type IssuerAsked, issuerQuery } from "@/lib/queries/issuer-query";
import type { IssuerView } from "@/lib/services/views";

/** An issuer's view as its page draws it; the server calls it while rendering, the browser after an answer. */
export function issuerActivity(view: IssuerView): Activity {
  return activityOf(view, "issuer");
}

export function issuerActivityQuery(asked: IssuerAsked) {
  return issuerQuery(asked, "activity", issuerActivity);
}

/** All rows under the filter: for sorting, and for reading on. */
export function issuerRowsQuery(asked: IssuerAsked) {
  return issuerQuery(asked, "rows", (view) => view.rows);
}
