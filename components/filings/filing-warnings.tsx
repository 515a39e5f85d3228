import { Section } from "@/components/layout/section";
import type { FilingView } from "@/lib/services/views/shapes/filing";

/** What the reader noticed in the source and kept going. */
export function FilingWarnings({ warnings }: { warnings: FilingView["warnings"] }) {
  if (warnings.length === 0) return null;
  return (
    <Section id="warnings" title="Warnings" about="What did not fit while reading the source; nothing was dropped.">
      <ul className="text-sm">
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.path}`} className="border-b border-rule py-1">
            {warning.message} <span className="font-mono text-xs text-ink-3">{warning.path}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
