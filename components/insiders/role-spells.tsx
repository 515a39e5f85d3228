import { dayOf } from "@/components/charts/scales/days";
import { shareOf } from "@/components/charts/scales/linear";
import { PageLink } from "@/components/links/ledger-link";
import { IssuerLink } from "@/components/parties/party-links";
import { Cell, Head, Row, StackedTable } from "@/components/ui/stacked-table";
import { formatDate } from "@/lib/format/dates";
import { filingPath } from "@/lib/paths";
import type { InsiderView } from "@/lib/services/views/shapes/party";

type Spell = InsiderView["roles"][number];

/** Roles as the filings state them, each stretch on one axis of time. */
export function RoleSpells({ roles }: { roles: readonly Spell[] }) {
  const days = roles.flatMap(({ from, to }) => [from, to].flatMap((date) => (date === null ? [] : [dayOf(date)])));
  const axis = [Math.min(...days), Math.max(...days)] as const;
  return (
    <StackedTable
      label="Roles over time"
      head={
        <>
          <Head>Issuer</Head>
          <Head>Role, as stated</Head>
          <Head>First filing</Head>
          <Head>Last filing</Head>
          <Head isNumber>Filings</Head>
          <Head className="w-2/5">
            <span className="flex justify-between">
              <span>{days.length === 0 ? "" : formatDate(earliest(roles))}</span>
              <span>{days.length === 0 ? "" : formatDate(latest(roles))}</span>
            </span>
          </Head>
        </>
      }
    >
      {roles.map((spell) => (
        <Row key={`${spell.issuer.cik} ${spell.firstId}`}>
          <Cell at="first">
            <IssuerLink issuer={spell.issuer} isShort />
          </Cell>
          <Cell at="first" className="wrap min-w-44">
            {roleWords(spell)}
          </Cell>
          <Cell name="from">
            <PageLink href={filingPath(spell.firstId)} className="evidence">
              {formatDate(spell.from)}
            </PageLink>
          </Cell>
          <Cell name="to">
            <PageLink href={filingPath(spell.lastId)} className="evidence">
              {formatDate(spell.to)}
            </PageLink>
          </Cell>
          <Cell isNumber name="filings">
            {spell.filings}
          </Cell>
          <Cell at="last" aria-hidden="true">
            <SpellBar spell={spell} axis={axis} />
          </Cell>
        </Row>
      ))}
    </StackedTable>
  );
}

function SpellBar({ spell: { from, to }, axis }: { spell: Spell; axis: readonly [number, number] }) {
  if (from === null || to === null || axis[1] <= axis[0]) return null;
  const left = shareOf(axis, dayOf(from));
  const width = shareOf(axis, dayOf(to)) - left;
  return (
    <div className="relative h-2.5 min-w-32 border-b border-rule">
      <div
        className="absolute inset-y-0 min-w-[3px] bg-ink-3"
        style={{ left: `min(${left}%, calc(100% - 3px))`, width: `${width}%` }}
      />
    </div>
  );
}

function roleWords({ roles, officerTitle }: Spell): string {
  const others = roles.filter((role) => role !== "officer" || officerTitle === null);
  return [officerTitle, ...others].filter((role) => role !== null).join(", ") || "role not stated";
}

function earliest(roles: readonly Spell[]): string | null {
  return roles.map(({ from }) => from).reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);
}

function latest(roles: readonly Spell[]): string | null {
  return roles.map(({ to }) => to).reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
