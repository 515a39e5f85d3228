"use client";

import { EmptyState } from "@/components/layout/empty-state";
import { Page, PageHeading } from "@/components/layout/page";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
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
