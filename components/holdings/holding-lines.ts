import type { HoldingLine, HoldingPoint } from "@/components/charts/holdings/holding-line";
import { addressOf } from "@/components/evidence/row-index";
import { formatDate } from "@/lib/format/dates";
import { formatPrice } from "@/lib/format/numbers";
import type { ResidualView } from "@/lib/services/sections/section-views";
import type { BalanceLineView, BalancePointView } from "@/lib/services/views/shapes/balance-line";
import { auditAnchor } from "./audit-address";

/** Title, form of ownership and, for a derivative, strike and expiry: what tells one line from another. */
function lineLabel(line: BalanceLineView, told: { issuer: boolean; owner: boolean }): string {
  const parts = [
    told.owner ? line.owners.map((owner) => owner.name ?? owner.cik).join("; ") : null,
    told.issuer ? (line.issuer.symbol ?? line.issuer.name) : null,
    line.securityTitle ?? "untitled",
    line.grant === null || line.grant.exercisePrice === null ? null : `at ${formatPrice(line.grant.exercisePrice)}`,
    line.grant === null || line.grant.expirationDate === null ? null : `to ${formatDate(line.grant.expirationDate)}`,
    line.directOrIndirect === "I"
      ? `indirect${line.natureOfOwnership === null ? "" : `: ${line.natureOfOwnership}`}`
      : "direct",
  ];
  return parts.filter((part) => part !== null).join(", ");
}

/** Balance lines as the holdings chart draws them; lines without any reported balance have nothing to draw. */
export function holdingLines(
  lines: readonly BalanceLineView[],
  residuals: readonly ResidualView[] = [],
): HoldingLine[] {
  const audited = new Map(residuals.map((one) => [addressOf(one.to), one]));
  const told = {
    issuer: new Set(lines.map((line) => line.issuer.cik)).size > 1,
    owner: new Set(lines.map((line) => line.owners.map((owner) => owner.cik).join())).size > 1,
  };
  return lines
    .map((line) => ({
      key: line.key,
      label: lineLabel(line, told),
      person: line.owners.map((owner) => owner.name ?? owner.cik).join("; "),
      security: line.securityTitle ?? "untitled",
      group: groupOf(line),
      opening: line.opening,
      points: pointsOf(line, audited),
    }))
    .filter((line) => line.points.length > 0);
}

function groupOf(line: BalanceLineView): HoldingLine["group"] {
  if (line.unit === "dollars") return "dollars";
  return line.table === "I" ? "shares" : "derivatives";
}

function pointsOf(line: BalanceLineView, audited: ReadonlyMap<string, ResidualView>): HoldingPoint[] {
  let before = line.opening;
  return line.points.flatMap((point) => {
    if (point.balance === null) return [];
    const residual = residualOf(before, point);
    before = point.balance;
    return [
      {
        id: addressOf(point),
        date: point.date,
        code: point.code,
        change: point.change,
        balance: point.balance,
        residual,
        gap: residual === 0 ? null : gapOf(audited.get(addressOf(point))),
      },
    ];
  });
}

function gapOf(residual: ResidualView | undefined): HoldingPoint["gap"] {
  return residual === undefined ? null : { anchor: auditAnchor(residual.to), explanation: residual.explanation };
}

/** Fractions of a share that filers round away are no gap. */
const ROUNDING = 1;

function residualOf(before: number | null, { change, balance }: BalancePointView): number {
  if (before === null || change === null || balance === null) return 0;
  const residual = balance - change - before;
  const isWhole = Number.isInteger(balance) && Number.isInteger(change) && Number.isInteger(before);
  return Math.abs(residual) < (isWhole ? 1e-6 : ROUNDING) ? 0 : residual;
}
