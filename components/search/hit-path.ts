import { filingPath, insiderPath, issuerPath } from "@/lib/paths";
import type { SearchHit } from "@/lib/services/views/shapes/market";

/** Where a hit leads. */
export function hitPath(hit: SearchHit) {
  if (hit.kind === "filing") return filingPath(hit.filingId ?? "");
  return hit.kind === "issuer" ? issuerPath(hit.cik ?? "") : insiderPath(hit.cik ?? "");
}
