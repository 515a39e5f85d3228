import { PageLink } from "@/components/links/ledger-link";
import { insiderPath, issuerPath } from "@/lib/paths";
import type { PartyRef } from "@/lib/services/views/shapes/cited-figure";

/** What a page is about is not named again on it. */
export type HiddenParties = "issuer" | "insider" | "both";

export function hides(hidden: HiddenParties | undefined, party: "issuer" | "insider"): boolean {
  return hidden === "both" || hidden === party;
}

/** Names lead to their pages; always as filed. */
export function InsiderLink({ insider }: { insider: PartyRef }) {
  return (
    <PageLink href={insiderPath(insider.cik)} className="evidence">
      {insider.name ?? `CIK ${insider.cik}`}
    </PageLink>
  );
}

/** The owners of a joint filing, each with a link of its own; none is primary. */
export function InsiderLinks({ insiders }: { insiders: readonly PartyRef[] }) {
  return insiders.map((insider, index) => (
    <span key={insider.cik}>
      {index === 0 ? "" : "; "}
      <InsiderLink insider={insider} />
    </span>
  ));
}

interface IssuerLinkProps {
  issuer: PartyRef & { symbol: string | null };
  /** The symbol alone, where room is short. */
  isShort?: boolean;
}

export function IssuerLink({ issuer, isShort = false }: IssuerLinkProps) {
  const name = issuer.name ?? `CIK ${issuer.cik}`;
  return (
    <PageLink href={issuerPath(issuer.cik)} className="evidence" title={name}>
      {isShort ? (issuer.symbol ?? name) : name}
    </PageLink>
  );
}

/** A ticker, set apart from names by its type. */
export function Ticker({ symbol }: { symbol: string }) {
  return <span className="font-mono text-[0.93em] tracking-tight">{symbol}</span>;
}
