import type { ReactNode } from "react";

interface SectionProps {
  /** Anchor of the section, so that it can be shared. */
  id: string;
  title: string;
  /** One sentence on what this is. */
  about?: ReactNode;
  /** Controls, at the end of the heading line. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Two sections: beside each other where the screen is wide enough for both, else one after the other. */
export function SectionPair({ children }: { children: ReactNode }) {
  return (
    <div className="wide:grid wide:grid-cols-2 wide:items-start wide:gap-x-12 wide:*:only:col-span-2">{children}</div>
  );
}

/** A part of a page, divided from the last by a rule and white space. */
export function Section({ id, title, about, aside, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-9 min-w-0 border-t border-ink/80 pt-2.5">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h2 id={`${id}-title`} className="text-base font-semibold tracking-[-0.005em]">
          {title}
        </h2>
        {about === undefined ? null : <p className="max-w-[90ch] text-sm text-ink-3 wide:max-w-[130ch]">{about}</p>}
        {aside === undefined ? null : <div className="ml-auto text-sm text-ink-2">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
