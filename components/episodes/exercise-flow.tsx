import { CitedFigureText } from "@/components/evidence/cited-figure";
import { IssuerLink } from "@/components/parties/party-links";
import { formatPercent } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import type { FlowView } from "@/lib/services/sections/section-views";

const PARTS: Record<FlowView["parts"][number]["part"], { label: string; fill: string }> = {
  withheld: { label: "withheld for tax", fill: "var(--neutral)" },
  returned: { label: "returned to the issuer", fill: "var(--rule-strong)" },
  "sold, planned": {
    label: "sold, planned",
    fill: "repeating-linear-gradient(45deg, var(--sale) 0 2px, var(--paper) 2px 5px)",
  },
  "sold, not planned": { label: "sold, not planned", fill: "var(--sale)" },
  "sold, plan unknown": {
    label: "sold, plan not reported",
    fill: "repeating-linear-gradient(90deg, var(--sale) 0 3px, var(--paper) 3px 5px)",
  },
  gifted: { label: "given away", fill: "var(--exercise)" },
  kept: { label: "kept", fill: "var(--paper)" },
};

/** Where exercised shares went, class by class: parts of one bar, each with its rows. */
export function ExerciseFlows({ flows, isAcross }: { flows: readonly FlowView[]; isAcross: boolean }) {
  return flows.map((flow) => (
    <article key={`${flow.issuer.cik} ${flow.securityTitle}`} className="keep mb-5">
      <h3 className="mb-1.5 text-sm">
        <CitedFigureText
          figure={flow.exercised}
          label="Exercised shares"
          rule="Σ shares exercised, vested or converted, of the episodes whose shares are known."
          format="shares"
        />{" "}
        <span className="text-ink-2">
          {flow.securityTitle ?? "untitled"} exercised in {countOf(flow.episodes, "episode")}
          {flow.episodesLeftOut === 0 ? "" : `, ${flow.episodesLeftOut} of them left out: shares not known`}
        </span>
        {isAcross ? (
          <span className="text-ink-2">
            {" "}
            · <IssuerLink issuer={flow.issuer} />
          </span>
        ) : null}
      </h3>
      <FlowBar flow={flow} />
    </article>
  ));
}

function FlowBar({ flow }: { flow: FlowView }) {
  const whole = flow.exercised.value ?? 0;
  const parts = flow.parts.filter(({ figure }) => (figure.value ?? 0) > 0);
  if (whole <= 0) return null;
  return (
    <>
      <div className="flex h-4 w-full overflow-hidden border border-rule-strong" aria-hidden="true">
        {parts.map(({ part, figure }) => (
          <span
            key={part}
            className="border-r border-paper last:border-r-0"
            style={{ width: `${((figure.value ?? 0) / whole) * 100}%`, background: PARTS[part].fill }}
          />
        ))}
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-2">
        {parts.map(({ part, figure }) => (
          <li key={part} className="flex items-center gap-1.5">
            <span
              className="size-2.5 border border-rule-strong"
              style={{ background: PARTS[part].fill }}
              aria-hidden="true"
            />
            <CitedFigureText
              figure={figure}
              label={`Exercised shares ${PARTS[part].label}`}
              rule="At most the exercised shares of each episode count, in this order: withheld, returned, sold, given away within 30 days; the rest is kept."
              format="shares"
            />{" "}
            {PARTS[part].label} ({formatPercent((figure.value ?? 0) / whole)})
          </li>
        ))}
      </ul>
    </>
  );
}
