import type { FilingSummary } from "@/lib/services/views/shapes/filing";

/** `Form 4: POSEY BRUCE K of QUALYS, INC. (QLYS)`. */
export function filingTitle({
  documentType,
  owners,
  issuer,
}: Pick<FilingSummary, "documentType" | "owners" | "issuer">): string {
  const who = owners.map((owner) => owner.name ?? `CIK ${owner.cik}`).join("; ");
  const symbol = issuer.symbol === null ? "" : ` (${issuer.symbol})`;
  return `Form ${documentType}: ${who} of ${issuer.name ?? `CIK ${issuer.cik}`}${symbol}`;
}
