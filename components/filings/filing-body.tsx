import { Section } from "@/components/layout/section";
import type { FilingView } from "@/lib/services/views/shapes/filing";
import { FilingDerived } from "./filing-derived";
import { FilingExport } from "./filing-export";
import { FilingFacts } from "./filing-facts";
import { FilingWarnings } from "./filing-warnings";
import { FormAsFiled } from "./form/form-as-filed";
import { FilingAmendments, FilingNeighbours, JointFilings } from "./related/filing-relations";
import { FilingReturns } from "./related/filing-returns";

/** Everything below a filing's heading. */
export function FilingBody({ view }: { view: FilingView }) {
  return (
    <>
      <FilingNeighbours view={view} />
      <FilingFacts view={view} />
      <FilingAmendments view={view} />
      <Section
        id="form"
        title="As filed"
        about="Every field as the filing has it, with the notes on that very field."
        aside={<FilingExport id={view.summary.id} />}
      >
        <FormAsFiled document={view.document} rows={view.rows} />
      </Section>
      <FilingDerived view={view} />
      <FilingReturns returns={view.returns} />
      <JointFilings view={view} />
      <FilingWarnings warnings={view.warnings} />
    </>
  );
}
