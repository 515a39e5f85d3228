import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { FilingDerived } from "@/components/filings/filing-derived";
import { FilingFacts } from "@/components/filings/filing-facts";
import { FilingHeading } from "@/components/filings/filing-heading";
import { FilingWarnings } from "@/components/filings/filing-warnings";
import { FormAsFiled } from "@/components/filings/form/form-as-filed";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { filingPath } from "@/lib/paths";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

const find = cache(async (id: string) => getFiling(await ledgerStore(), decodeURIComponent(id)));

export async function generateMetadata({ params }: PageProps<"/filings/[id]">): Promise<Metadata> {
  const summary = (await find((await params).id))?.view.summary;
  if (summary === undefined) return { title: "Filing not found" };
  const owners = summary.owners.map((owner) => owner.name).join(", ");
  return { title: `Form ${summary.documentType}, ${owners}, ${summary.issuer.name}` };
}

export default async function FilingPage({ params }: PageProps<"/filings/[id]">) {
  const found = await find((await params).id);
  if (found === null) notFound();
  if (found.movedTo !== null) redirect(filingPath(found.movedTo));
  const { view } = found;
  return (
    <>
      {view.fictional ? <FictionalBanner /> : null}
      <Page>
        <FilingHeading view={view} />
        <FilingFacts view={view} />
        <Section
          id="form"
          title="As filed"
          about="Every field as the filing has it, with the notes on that very field."
        >
          <FormAsFiled document={view.document} rows={view.rows} />
        </Section>
        <FilingDerived view={view} />
        <FilingWarnings warnings={view.warnings} />
      </Page>
    </>
  );
}
