import { CitedFigureText } from "@/components/evidence/cited-figure";
import { PageLink } from "@/components/links/ledger-link";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { Hint } from "@/components/ui/floating/hint";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { Unknown } from "@/components/ui/unknown";
import { formatDate } from "@/lib/format/dates";
import { formatCount, formatPercent } from "@/lib/format/numbers";
import { countOf } from "@/lib/format/words";
import { filingPath } from "@/lib/paths";
import type { ConductView, FilingShareView } from "@/lib/services/sections/section-views";

/** How each owner files: late filings, amendments, trades without a price, habits. Counts, no judgement. */
export function ConductTable({ conduct, by }: { conduct: readonly ConductView[]; by: "insider" | "issuer" }) {
  return (
    <StackedTable
      label="Filer conduct"
      head={
        <>
          <Head>{by === "insider" ? "Insider" : "Issuer"}</Head>
          <Head isNumber>Filings</Head>
          <Head>Late, of those assessed</Head>
          <Head>Latest</Head>
          <Head>Amendments</Head>
          <Head isNumber>Trades without a price</Head>
          <Head>Habits</Head>
        </>
      }
    >
      {conduct.map((one) => (
        <Row key={`${one.insider.cik} ${one.issuer.cik}`}>
          <Cell at="first">
            {by === "insider" ? <InsiderLink insider={one.insider} /> : <IssuerLink issuer={one.issuer} />}
          </Cell>
          <Cell isNumber at="first end" name="filings">
            {formatCount(one.filings)}
          </Cell>
          <Cell name="late, of those assessed">
            <Late conduct={one} />
          </Cell>
          <Cell name="latest">
            {one.latest === null && one.late.whole === 0 ? (
              <Unknown reason="No filing could be assessed." />
            ) : one.latest === null ? (
              <span className="text-ink-3">none late</span>
            ) : (
              <PageLink href={filingPath(one.latest.filingId)} className="evidence">
                by {countOf(one.latest.businessDays, "business day")}
              </PageLink>
            )}
          </Cell>
          <Cell name="amendments">
            <Part share={one.amendments} />
          </Cell>
          <Cell isNumber name="trades without a price">
            <CitedFigureText
              figure={one.withoutPrice.figure}
              label="Purchases and sales without a price"
              rule="Rows with code P or S that report no price or no shares, so that no value is known."
              format="count"
            />
            <span className="text-ink-3"> of {formatCount(one.withoutPrice.whole)}</span>
          </Cell>
          <Cell at="last" name="habits" className="wrap min-w-40">
            <Habits habits={one.habits} />
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}

function Late({ conduct: { late, lateUnlessDeemed, notAssessed } }: { conduct: ConductView }) {
  const extra = lateUnlessDeemed.length === 0 ? "" : `, ${lateUnlessDeemed.length} more unless deemed later`;
  if (late.whole === 0)
    return (
      <Unknown
        reason={`None of ${countOf(notAssessed, "filing")} could be assessed: the source gives no filing date.`}
      />
    );
  return (
    <>
      <Part share={late} />
      <span className="text-ink-3">{extra}</span>
    </>
  );
}

const MOST_LINKS = 3;

function Part({ share }: { share: FilingShareView }) {
  if (share.part === 0) return <span className="text-ink-3">0 of {formatCount(share.whole)}</span>;
  return (
    <>
      {formatCount(share.part)} of {formatCount(share.whole)} ({formatPercent(share.share)}){" "}
      <span className="text-xs">
        {share.filingIds.slice(-MOST_LINKS).map((id, index) => (
          <PageLink key={id} href={filingPath(id)} className="link mr-1" aria-label={`Filing ${id}`}>
            {index + 1}
          </PageLink>
        ))}
        {share.part > MOST_LINKS ? <span className="text-ink-3">the latest {MOST_LINKS}</span> : null}
      </span>
    </>
  );
}

function Habits({ habits }: Pick<ConductView, "habits">) {
  if (habits.length === 0) return <span className="text-ink-3">none found</span>;
  return habits.map((habit, index) => (
    <span key={habit.words}>
      {index === 0 ? "" : "; "}
      <Hint
        text={`${countOf(habit.rows.length, "trade")}; expected again by ${formatDate(habit.expectedBy)}${habit.broken === true ? ", and did not come" : ""}.`}
        className="evidence text-left"
      >
        {habit.words}
        {habit.broken === true ? <span className="text-ink-3"> (not since)</span> : null}
      </Hint>
    </span>
  ));
}
