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
  /** Below the title: the case as a bar. */
  drawing: ReactNode;
  /** What has to be known of it, in words. */
  notes: readonly string[];
  children: ReactNode;
}

/** One case on a page of many, an exercise or a plan: what and whose it is; its figures and notes, beside that where there is room. */
export function CaseCard({ title, kind, insiders, issuer, hide, drawing, notes, children }: CaseCardProps) {
  return (
    <article className="@container border-b border-rule py-4 first-of-type:pt-0 last-of-type:border-b-0 @4xl:py-3">
      <div className="@4xl:grid @4xl:grid-cols-[24rem_minmax(0,1fr)] @4xl:gap-x-8">
        <div className="min-w-0">
          <h3 className="mb-2 flex flex-wrap items-baseline gap-x-3 text-base font-medium">
            {title}
            {kind === undefined ? null : <span className="text-sm font-normal text-ink-2">{kind}</span>}
            <span className="text-sm font-normal text-ink-2">
              {hides(hide, "insider") ? null : <InsiderLinks insiders={insiders} />}
              {hide === undefined ? " · " : null}
              {hides(hide, "issuer") ? null : <IssuerLink issuer={issuer} />}
            </span>
          </h3>
          {drawing}
        </div>
        <div className="min-w-0 @max-4xl:mt-3">
          {children}
          {notes.map((note) => (
            <p key={note} className="mt-2 max-w-[90ch] text-sm text-ink-2">
              {note}
            </p>
          ))}
        </div>
      </div>
    </article>
  );
}
