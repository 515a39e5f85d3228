"use client";

import { EmptyState } from "@/components/layout/empty-state";
import { Page, PageHeading } from "@/components/layout/page";

/** Errors of the database that the reader of the page can mend, by the code that the server gives. */
const MENDABLE: Record<string, [title: string, command: string]> = {
  "database-missing": ["There is no ledger yet.", "npm run -s insider -- ingest <files>"],
  "database-unreadable": ["The ledger can’t be read.", "npm run -s insider -- status"],
  "database-behind": ["The ledger was made by an older version.", "npm run -s insider -- db migrate"],
  "database-newer": ["The ledger was made by a newer version of this program.", "git pull && npm run build"],
};

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const mendable = digest === null ? undefined : MENDABLE[digest];
  if (mendable !== undefined) {
    const [title, command] = mendable;
    return (
      <Page>
        <PageHeading title={title} />
        <EmptyState title="Run this in the project’s folder, then load the page again:">
          <code className="font-mono">{command}</code>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeading title="This page could not be drawn" />
      <EmptyState title="The server met an error while reading the data.">
        <p>
          Nothing was changed. Try again; if it happens once more, the server’s log names the cause
          {digest === null ? "." : ` under ${digest}.`}
        </p>
        <button type="button" onClick={() => retry()} className="link mt-3">
          Try again
        </button>
      </EmptyState>
    </Page>
  );
}
