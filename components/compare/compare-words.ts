import type { ComparedIssuer } from "@/lib/services/compare/compare-view";

/** An issuer where room is short: the ticker, else the name, else the CIK. */
export function shortName({ symbol, name, cik }: ComparedIssuer["issuer"]): string {
  return symbol ?? name ?? `CIK ${cik}`;
}

/** The whole name. */
export function longName({ name, cik }: ComparedIssuer["issuer"]): string {
  return name ?? `CIK ${cik}`;
}
