import { EpisodePanel } from "@/components/episodes/episode-panel";
import { indexRows } from "@/components/evidence/row-index";
import { Section } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import type { FilingView } from "@/lib/services/views";

/** What is derived from a filing's rows beyond each row: its episodes and its plans. */
export function FilingDerived({ view }: { view: FilingView }) {
  const rows = indexRows(view.rows);
  return (
    <>
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
    </>
  );
}
