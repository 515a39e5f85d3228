import { withAsOf } from "@/lib/search-params/as-of";
import type { SearchHit } from "@/lib/services/views/shapes/market";
import { hitPath } from "./hit-path";
import type { Kept } from "./local-list";

/** A place that the search offers. */
export interface SearchPlace {
  href: string;
  /** `issuer`, `insider`, `filing`, `watch list`. */
  kind: string;
  title: string;
  /** A ticker, an accession number, a CIK. */
  detail: string;
}

/** Hits as places at the same day; the detail tells namesakes apart. */
export function placesOfHits(hits: readonly SearchHit[], asOf: string | null): SearchPlace[] {
  return hits.map((hit) => ({
    href: withAsOf(hitPath(hit), asOf),
    kind: hit.kind,
    title: hit.title,
    detail: hit.detail ?? (hit.cik === null ? "" : `CIK ${hit.cik}`),
  }));
}

/** Where the reader was lately, pages before lists. */
export function placesOfRecent(views: readonly Kept[], lists: readonly Kept[], asOf: string | null): SearchPlace[] {
  return [...views, ...lists.slice(0, 4)].map(({ href, title, detail }) => {
    const [kind = "", ...more] = detail.split(" · ");
    return { href: withAsOf(href, asOf), kind, title, detail: more.join(" · ") };
  });
}
