import { EpisodePanel } from "@/components/episodes/episode-panel";
import { ExerciseFlows } from "@/components/episodes/exercise-flow";
import { SectionPair } from "@/components/layout/section";
import { PlanCard } from "@/components/plans/plan-card";
import { countOf } from "@/lib/format/words";
import type { Party } from "@/lib/queries/party-activity-query";
import type { FlowView } from "@/lib/services/sections/section-views";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type { PlanView } from "@/lib/services/views/shapes/plan";
import { type HiddenParties, hides } from "../party-links";
import { PartySection } from "./party-section";

interface CaseSectionsProps {
  party: Party;
  episodes: readonly EpisodeView[];
  flows: readonly FlowView[];
  plans: readonly PlanView[];
  hide: HiddenParties;
  /** So many cases of each kind; the others are on the insiders' pages. Absent: all. */
  most?: number;
}

/** What became of exercises, and the plans that trades were made under; neither where there is none. */
export function CaseSections({ party, episodes, flows, plans, hide, most }: CaseSectionsProps) {
  return (
    <SectionPair>
      {episodes.length === 0 ? null : (
        <PartySection
          party={party}
          table="episodes"
          id="exercise-and-sell"
          title="Exercise and sell"
          about="What became of shares on the day they were exercised."
        >
          <ExerciseFlows flows={flows} isAcross={!hides(hide, "issuer")} />
          {episodes.slice(0, most).map((episode) => (
            <EpisodePanel key={episode.id} episode={episode} hide={hide} />
          ))}
          <More whole={episodes.length} most={most} what="earlier episode" />
        </PartySection>
      )}
      {plans.length === 0 ? null : (
        <PartySection
          party={party}
          table="plans"
          id="plans"
          title="10b5-1 plans"
          about="Rebuilt from the filings’ words: an insider, an issuer, an adoption date."
        >
          {plans.slice(0, most).map((plan) => (
            <PlanCard key={`${plan.insider.cik} ${plan.issuer.cik} ${plan.adopted?.date}`} plan={plan} hide={hide} />
          ))}
          <More whole={plans.length} most={most} what="more plan" />
        </PartySection>
      )}
    </SectionPair>
  );
}

function More({ whole, most, what }: { whole: number; most: number | undefined; what: string }) {
  if (most === undefined || whole <= most) return null;
  return <p className="mt-2 text-sm text-ink-3">{countOf(whole - most, what)}: on each insider’s page.</p>;
}
