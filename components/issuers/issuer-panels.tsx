import { EpisodePanel } from "@/components/episodes/episode-panel";
import type { RowIndex } from "@/components/evidence/row-index";
import { HoldingsPanel } from "@/components/holdings/holdings-panel";
import { Section } from "@/components/layout/section";
import { RosterTable } from "@/components/parties/roster-table";
import { PlanCard } from "@/components/plans/plan-card";
import type { IssuerView } from "@/lib/services/views";

/** What the code filter leaves alone: insiders, holdings, episodes and plans of the whole issuer. */
export function IssuerPanels({ view, rows }: { view: IssuerView; rows: RowIndex }) {
  return (
    <>
      <Section
        id="insiders"
        title="Insiders"
        about="What each last reported to hold; classes are never added together."
      >
        <RosterTable roster={view.roster} />
      </Section>
      <Section
        id="holdings"
        title="Holdings"
        about="Balances as reported, one step a report; gaps are marked, not filled."
      >
        <HoldingsPanel lines={view.lines} />
      </Section>
      {view.episodes.length === 0 ? null : (
        <Section
          id="exercise-and-sell"
          title="Exercise and sell"
          about="What became of shares on the day they were exercised."
        >
          {view.episodes.slice(0, MOST).map((episode) => (
            <EpisodePanel key={episode.id} episode={episode} rows={rows} hide="issuer" />
          ))}
          <More count={view.episodes.length - MOST} what="earlier episodes: on each insider’s page" />
        </Section>
      )}
      {view.plans.length === 0 ? null : (
        <Section
          id="plans"
          title="10b5-1 plans"
          about="Rebuilt from the filings’ words: an insider, an issuer, an adoption date."
        >
          {view.plans.slice(0, MOST).map((plan) => (
            <PlanCard key={`${plan.insider.cik} ${plan.adopted?.date}`} plan={plan} rows={rows} hide="issuer" />
          ))}
          <More count={view.plans.length - MOST} what="more plans: on each insider’s page" />
        </Section>
      )}
    </>
  );
}

/** Panels that an issuer's page opens with; the insiders' pages have all of theirs. */
const MOST = 8;

function More({ count, what }: { count: number; what: string }) {
  if (count <= 0) return null;
  return (
    <p className="mt-2 text-sm text-ink-3">
      {count} {what}.
    </p>
  );
}
