import type { ReactNode } from "react";
import type { PartyRef } from "@/lib/services/views/shapes/cited-figure";
import { type HiddenParties, hides, InsiderLinks, IssuerLink } from "./party-links";

interface CaseCardProps {
  title: ReactNode;
  /** Beside the title: what kind of case it is. */
  kind?: ReactNode;
  insiders: readonly PartyRef[];
  issuer: PartyRef & { symbol: string | null };
  hide: HiddenParties | undefined;
  /** What has to be known of it, in words. */
  notes: readonly string[];
  children: ReactNode;
}

/** One case on a page of many, an exercise or a plan: what and whose it is, its figures, its notes. */
export function CaseCard({ title, kind, insiders, issuer, hide, notes, children }: CaseCardProps) {
  return (
    <article className="border-b border-rule py-4 first-of-type:pt-0 last-of-type:border-b-0">
      <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 text-base font-medium">
        {title}
        {kind === undefined ? null : <span className="text-sm font-normal text-ink-2">{kind}</span>}
        <span className="text-sm font-normal text-ink-2">
          {hides(hide, "insider") ? null : <InsiderLinks insiders={insiders} />}
          {hide === undefined ? " · " : null}
          {hides(hide, "issuer") ? null : <IssuerLink issuer={issuer} />}
        </span>
      </h3>
      {children}
      {notes.map((note) => (
        <p key={note} className="mt-2 max-w-[90ch] text-sm text-ink-2">
          {note}
        </p>
      ))}
    </article>
  );
}
