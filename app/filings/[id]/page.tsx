import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { EpisodePanel } from "@/components/episodes/episode-panel";
import { indexRows } from "@/components/evidence/row-index";
import { FilingFacts } from "@/components/filings/filing-facts";
import { FilingHeading } from "@/components/filings/filing-heading";
import { FilingWarnings } from "@/components/filings/filing-warnings";
import { FormAsFiled } from "@/components/filings/form/form-as-filed";
import { FictionalBanner } from "@/components/layout/notice";
import { Page } from "@/components/layout/page";
import { Section } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import { filingPath } from "@/lib/paths";
import { getFiling } from "@/lib/services/get-filing";
import { ledgerStore } from "@/lib/services/ledger-store";

const find = cache(async (id: string) => getFiling(await ledgerStore(), decodeURIComponent(id)));

export async function generateMetadata({ params }: PageProps<"/filings/[id]">): Promise<Metadata> {
  const summary = (await find((await params).id))?.view.summary;
  if (summary === undefined) return { title: "Filing not found" };
  return {
    title: `Form ${summary.documentType}, ${summary.owners.map((owner) => owner.name).join(", ")}, ${summary.issuer.name}`,
  };
}

export default async function FilingPage({ params }: PageProps<"/filings/[id]">) {
  const found = await find((await params).id);
  if (found === null) notFound();
  if (found.movedTo !== null) redirect(filingPath(found.movedTo));
  const { view } = found;
  const rows = indexRows(view.rows);
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
        {view.episodes.length === 0 ? null : (
          <Section id="exercise-and-sell" title="Exercise and sell" about="What became of the exercised shares.">
            {view.episodes.map((episode) => (
              <EpisodePanel key={episode.id} episode={episode} rows={rows} hide="both" />
            ))}
          </Section>
        )}
        {view.plans.length === 0 ? null : (
          <Section id="plans" title="10b5-1 plan" about="As this and other filings tell it.">
            {view.plans.map((plan) => (
              <PlanCard key={`${plan.insider.cik} ${plan.adopted?.date}`} plan={plan} rows={rows} hide="both" />
            ))}
          </Section>
        )}
        <FilingWarnings warnings={view.warnings} />
      </Page>
    </>
  );
}
