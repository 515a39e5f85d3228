import { CitedFigureText } from "@/components/evidence/cited-figure";
import { FactEntry } from "@/components/evidence/fact-entry";
import type { FigureFormat } from "@/components/evidence/figure-format";
import { CaseCard } from "@/components/parties/case-card";
import type { HiddenParties } from "@/components/parties/party-links";
import { formatDate } from "@/lib/format/dates";
import { countOf } from "@/lib/format/words";
import type { CitedFigure } from "@/lib/services/views/shapes/cited-figure";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import { EpisodeFlow } from "./episode-flow";

interface EpisodePanelProps {
  episode: EpisodeView;
  hide?: HiddenParties;
}

interface FigureLine {
  label: string;
  figure: CitedFigure;
  rule: string;
  format: FigureFormat;
}

/** One exercise and what became of its shares: cost, proceeds, average, spread, retention, each with its rows. */
export function EpisodePanel({ episode, hide }: EpisodePanelProps) {
  return (
    <CaseCard
      title={formatDate(episode.date)}
      kind={kindOf(episode)}
      insiders={episode.owners}
      issuer={episode.issuer}
      hide={hide}
      drawing={<EpisodeFlow episode={episode} />}
      notes={episode.notes}
    >
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm @lg:grid-cols-3 @2xl:grid-cols-4 @7xl:grid-cols-[4fr_4fr_5fr_4fr_3fr_7fr_6fr]">
        {moneyLines(episode).map(({ label, ...line }) => (
          <FactEntry key={label} label={label}>
            <CitedFigureText label={label} {...line} />
          </FactEntry>
        ))}
        <FactEntry label="Retention, 0 · 30 · 365 days">
          {episode.retention.map(({ days, value }, index) => (
            <span key={days}>
              {index === 0 ? "" : <span className="text-ink-3"> · </span>}
              <CitedFigureText
                figure={retentionFigure(episode, value)}
                label={days === 0 ? "Retention on the day" : `Retention after ${days} days`}
                rule={RETENTION_RULE}
                format="percent"
              />
            </span>
          ))}
        </FactEntry>
        <FactEntry label="Options left in this grant">
          <CitedFigureText
            figure={episode.optionsLeft}
            label="Options left in this grant"
            rule="The balance that the derivative row reports after the exercise."
            format="shares"
          />
          {episode.daysToExpiry === null ? null : (
            <span className="text-ink-3"> · {countOf(episode.daysToExpiry, "day")} to expiry</span>
          )}
        </FactEntry>
      </dl>
    </CaseCard>
  );
}

function kindOf({ type, outcome, planned }: EpisodeView): string {
  const plan = planned === null ? "" : planned ? ", planned (10b5-1)" : ", not planned";
  return `${type}, ${outcome}${plan}`;
}

const RETENTION_RULE =
  "1 − min(exercised, withheld + returned + sold within the days) ÷ exercised. Listed are the rows of the day itself.";

function retentionFigure(episode: EpisodeView, value: number | null): CitedFigure {
  const parts = [episode.exercised, episode.withheld, episode.returned, episode.sold];
  const note = value === null ? "Not known: a part of the episode has no share count, or the time is not over." : null;
  return { value, rows: parts.flatMap((part) => part.rows), note, leftOut: [] };
}

function moneyLines(episode: EpisodeView): FigureLine[] {
  return [
    {
      label: "Exercise cost",
      figure: episode.cost,
      rule: "Shares exercised × exercise price of the option.",
      format: "money",
    },
    {
      label: "Sale proceeds",
      figure: episode.proceeds,
      rule: "The day’s average sale price × the shares sold, up to the shares exercised.",
      format: "money",
    },
    {
      label: "Average sale price",
      figure: episode.averagePrice,
      rule: "Proceeds ÷ shares sold, weighted by shares.",
      format: "average price",
    },
    {
      label: "Spread",
      figure: episode.spread,
      rule: "Proceeds less the exercise cost of as many shares: its part where fewer were sold than exercised.",
      format: "money change",
    },
    { label: "Shares sold", figure: episode.sold, rule: "Σ shares of the sales of that day.", format: "shares" },
  ];
}
