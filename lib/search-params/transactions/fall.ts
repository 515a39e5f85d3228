/** Trading days after which the price is looked at: those of the returns. */
export const FALL_DAYS = [1, 5, 21, 126] as const;

/** Rows after whose trade date the price fell. */
export interface FallFilter {
  /** Per cent. */
  atLeast: number;
  /** Trading days after the first close on or after the trade date. */
  days: (typeof FALL_DAYS)[number];
}

export const FELL = "fell";
export const FELL_IN = "fellIn";

export const USUAL_FALL: FallFilter = { atLeast: 10, days: 126 };

/** Reads `?fell=10&fellIn=126`: either alone asks for a fall, with the other as usual. What can't be read is told. */
export function readFall(
  text: (name: string) => string | null,
  amountOf: (text: string) => number | null,
  unread: string[],
): FallFilter | null {
  const [least, days] = [text(FELL), text(FELL_IN)];
  const amount = least === null ? USUAL_FALL.atLeast : amountOf(least);
  const isFall = amount !== null && amount > 0 && amount <= 100;
  const horizon = days === null ? USUAL_FALL.days : FALL_DAYS.find((one) => String(one) === days);
  if (!isFall) unread.push(`${FELL}=${least}`);
  if (horizon === undefined) unread.push(`${FELL_IN}=${days}`);
  const isAsked = (least !== null && isFall) || (days !== null && horizon !== undefined);
  return isAsked ? { atLeast: isFall ? amount : USUAL_FALL.atLeast, days: horizon ?? USUAL_FALL.days } : null;
}

/** The parameters of a fall: days only where they are not the usual ones. */
export function fallParams(fall: FallFilter | null): [name: string, value: string][] {
  if (fall === null) return [];
  const days: [string, string][] = fall.days === USUAL_FALL.days ? [] : [[FELL_IN, String(fall.days)]];
  return [[FELL, String(fall.atLeast)], ...days];
}
