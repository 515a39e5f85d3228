import type { ReactNode } from "react";

/** The room of a page, with generous outer space; a very wide screen is used, not left empty. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="room mx-auto w-full px-4 pt-6 sm:px-8 sm:pt-8 print:px-0">{children}</div>;
}

interface PageHeadingProps {
  title: ReactNode;
  /** Beside the title: a ticker, a form type. */
  mark?: ReactNode;
  /** Above the title: where this page hangs. */
  above?: ReactNode;
  /** Below the title: identity and span of the data. */
  children?: ReactNode;
}

export function PageHeading({ title, mark, above, children }: PageHeadingProps) {
  return (
    <div className="mb-5">
      {above === undefined ? null : <p className="mb-1 text-sm text-ink-2">{above}</p>}
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h1 className="text-xl font-semibold tracking-[-0.015em] text-balance sm:text-2xl">{title}</h1>
        {mark}
      </div>
      {children === undefined ? null : (
        <div className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-2">{children}</div>
      )}
    </div>
  );
}
