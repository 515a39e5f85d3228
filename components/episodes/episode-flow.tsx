import { formatPercent, formatShares } from "@/lib/format/numbers";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";

interface Part {
  key: string;
  label: string;
  shares: number;
  fill: string;
}

/** Exercised → withheld → sold → kept, as parts of one bar; nothing is drawn where a part is unknown. */
export function EpisodeFlow({ episode }: { episode: EpisodeView }) {
  const exercised = episode.exercised.value;
  const parts = partsOf(episode);
  if (exercised === null || exercised <= 0 || parts === null) return null;
  return (
    <div className="keep">
      <div className="flex h-3 w-full max-w-2xl overflow-hidden border border-rule-strong" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} style={{ width: `${(part.shares / exercised) * 100}%`, background: part.fill }} />
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 text-xs text-ink-2">
        <li>{formatShares(exercised)} exercised</li>
        {parts.map((part) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <span className="size-2.5 border border-rule-strong" style={{ background: part.fill }} aria-hidden="true" />
            {formatShares(part.shares)} {part.label} ({formatPercent(part.shares / exercised)})
          </li>
        ))}
      </ul>
    </div>
  );
}

function partsOf({ exercised, withheld, returned, sold }: EpisodeView): Part[] | null {
  const [all, taxed, back, traded] = [exercised.value, withheld.value, returned.value, sold.value];
  // An unknown part would be called kept.
  if (all === null || taxed === null || back === null || traded === null) return null;
  let left = all;
  const take = (shares: number) => {
    const taken = Math.min(shares, left);
    left -= taken;
    return taken;
  };
  const parts: Part[] = [
    { key: "returned", label: "returned to the issuer", shares: take(back), fill: "var(--rule-strong)" },
    { key: "withheld", label: "withheld", shares: take(taxed), fill: "var(--neutral)" },
    { key: "sold", label: "sold", shares: take(traded), fill: "var(--sale)" },
  ];
  parts.push({ key: "kept", label: "kept", shares: left, fill: "var(--paper)" });
  return parts.filter((part) => part.shares > 0);
}
