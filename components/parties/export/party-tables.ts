import type { CsvCell } from "@/lib/format/tables/csv";
import type { PlainTable } from "@/lib/format/tables/table-text";
import type { BalanceLineView } from "@/lib/services/views/shapes/balance-line";
import type { EpisodeView } from "@/lib/services/views/shapes/episode";
import type { FilingSummary } from "@/lib/services/views/shapes/filing";
import type { InsiderView, IssuerView } from "@/lib/services/views/shapes/party";
import type { PlanView } from "@/lib/services/views/shapes/plan";

/** Tables of an issuer's or insider's view. */
export type PartyTable = "insiders" | "filings" | "balances" | "episodes" | "plans" | "roles" | "related";

type Columns<Row> = readonly (readonly [heading: string, cell: (row: Row) => CsvCell])[];

export function tableOf<Row>(rows: readonly Row[], columns: Columns<Row>): PlainTable {
  return {
    headings: columns.map(([heading]) => heading),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

const FILINGS: Columns<FilingSummary> = [
  ["filing_id", (filing) => filing.id],
  ["accession", (filing) => filing.accession],
  ["form", (filing) => filing.documentType],
  ["issuer_cik", (filing) => filing.issuer.cik],
  ["issuer", (filing) => filing.issuer.name],
  ["owner_ciks", (filing) => filing.owners.map((owner) => owner.cik).join(";")],
  ["owners", (filing) => filing.owners.map((owner) => owner.name ?? "").join("; ")],
  ["roles", (filing) => filing.owners.map((owner) => owner.roles.join("+")).join("; ")],
  ["officer_titles", (filing) => filing.owners.map((owner) => owner.officerTitle ?? "").join("; ")],
  ["period_of_report", (filing) => filing.periodOfReport],
  ["filing_date", (filing) => filing.filingDate],
  ["known_at_utc", (filing) => filing.knownAt],
  ["known_at_basis", (filing) => filing.knownAtBasis],
  ["codes", (filing) => filing.codes.join("")],
  ["rows", (filing) => filing.rowCount],
];

type Balance = { line: BalanceLineView; point: BalanceLineView["points"][number] };

const BALANCES: Columns<Balance> = [
  ["owners", ({ line }) => line.owners.map((owner) => owner.name ?? owner.cik).join("; ")],
  ["issuer_cik", ({ line }) => line.issuer.cik],
  ["table", ({ line }) => line.table],
  ["security", ({ line }) => line.securityTitle],
  ["direct_indirect", ({ line }) => line.directOrIndirect],
  ["nature_of_ownership", ({ line }) => line.natureOfOwnership],
  ["exercise_price_usd", ({ line }) => line.grant?.exercisePrice ?? null],
  ["expiration_date", ({ line }) => line.grant?.expirationDate ?? null],
  ["unit", ({ line }) => line.unit],
  ["trade_date", ({ point }) => point.date],
  ["code", ({ point }) => point.code],
  ["change", ({ point }) => point.change],
  ["balance", ({ point }) => point.balance],
  ["filing_id", ({ point }) => point.filingId],
  ["row", ({ point }) => point.anchor],
];

const EPISODES: Columns<EpisodeView> = [
  ["date", (episode) => episode.date],
  ["owners", (episode) => episode.owners.map((owner) => owner.name ?? owner.cik).join("; ")],
  ["issuer_cik", (episode) => episode.issuer.cik],
  ["security", (episode) => episode.securityTitle],
  ["type", (episode) => episode.type],
  ["outcome", (episode) => episode.outcome],
  ["exercised", (episode) => episode.exercised.value],
  ["withheld", (episode) => episode.withheld.value],
  ["returned", (episode) => episode.returned.value],
  ["sold", (episode) => episode.sold.value],
  ["cost_usd", (episode) => episode.cost.value],
  ["proceeds_usd", (episode) => episode.proceeds.value],
  ["average_price_usd", (episode) => episode.averagePrice.value],
  ["spread_usd", (episode) => episode.spread.value],
  ["planned", (episode) => episode.planned],
];

const PLANS: Columns<PlanView> = [
  ["insider", (plan) => plan.insider.name],
  ["insider_cik", (plan) => plan.insider.cik],
  ["issuer_cik", (plan) => plan.issuer.cik],
  ["adopted", (plan) => plan.adopted?.date ?? null],
  ["first_trade", (plan) => plan.firstTrade],
  ["last_trade", (plan) => plan.lastTrade],
  ["days_before_first_trade", (plan) => plan.daysBefore],
  ["trades", (plan) => plan.trades],
  ["derivative_trades", (plan) => plan.derivatives.reduce((sum, { trades }) => sum + trades, 0)],
  ["shares", (plan) => plan.shares.value],
  ["value_usd", (plan) => plan.value.value],
  ["share_of_holding_sold", (plan) => plan.shareOfHoldingSold],
  ["words", (plan) => plan.words],
];

type Held = { entry: IssuerView["roster"][number]; holding: IssuerView["roster"][number]["holdings"][number] | null };

const INSIDERS: Columns<Held> = [
  ["insider", ({ entry }) => entry.insider.name],
  ["insider_cik", ({ entry }) => entry.insider.cik],
  ["roles", ({ entry }) => entry.roles.join("+")],
  ["officer_title", ({ entry }) => entry.officerTitle],
  ["security", ({ holding }) => holding?.securityTitle ?? null],
  ["direct_indirect", ({ holding }) => holding?.directOrIndirect ?? null],
  ["shares_last_reported", ({ holding }) => holding?.shares ?? null],
  ["shares_note", ({ holding }) => holding?.note ?? null],
  ["delta_own_12_months", ({ holding }) => holding?.deltaOwn.value ?? null],
  ["last_trade", ({ entry }) => entry.lastTrade],
  ["rows", ({ entry }) => entry.transactions],
  ["rows_planned", ({ entry }) => entry.planned],
];

const ROLES: Columns<InsiderView["roles"][number]> = [
  ["issuer_cik", (spell) => spell.issuer.cik],
  ["issuer", (spell) => spell.issuer.name],
  ["roles", (spell) => spell.roles.join("+")],
  ["officer_title", (spell) => spell.officerTitle],
  ["first_filing", (spell) => spell.from],
  ["last_filing", (spell) => spell.to],
  ["filings", (spell) => spell.filings],
];

const RELATED: Columns<InsiderView["related"][number]> = [
  ["filer_cik", ({ insider }) => insider.cik],
  ["filer", ({ insider }) => insider.name],
  ["issuer_ciks", ({ issuers }) => issuers.map((issuer) => issuer.cik).join(";")],
  ["joint_filings", ({ filings }) => filings],
  ["newest_filing", ({ lastId }) => lastId],
  ["newest_date", ({ lastDate }) => lastDate],
];

type Either = Partial<IssuerView> & Partial<InsiderView>;

/** Each table from the API's view of its party. */
export const partyTables: Readonly<Record<PartyTable, (view: Either) => PlainTable>> = {
  insiders: ({ roster = [] }) =>
    tableOf(
      roster.flatMap((entry): Held[] =>
        entry.holdings.length === 0
          ? [{ entry, holding: null }]
          : entry.holdings.map((holding) => ({ entry, holding })),
      ),
      INSIDERS,
    ),
  filings: ({ filings = [] }) => tableOf(filings, FILINGS),
  balances: ({ lines = [] }) =>
    tableOf(
      lines.flatMap((line) => line.points.map((point) => ({ line, point }))),
      BALANCES,
    ),
  episodes: ({ episodes = [] }) => tableOf(episodes, EPISODES),
  plans: ({ plans = [] }) => tableOf(plans, PLANS),
  roles: ({ roles = [] }) => tableOf(roles, ROLES),
  related: ({ related = [] }) => tableOf(related, RELATED),
};
