import { type IssuerTruth, TRUTH_KINDS, type TruthItem, type TruthKind } from "./truth/truth";

/** What was found in place of what was planted. */
export interface Missed {
  key: string;
  /** `null` when nothing was found under the key; else `property: expected 5, found 4`. */
  differences: string[] | null;
}

export interface KindComparison {
  kind: TruthKind;
  planted: number;
  found: number;
  /** Found items that are right ÷ found items; 1 when nothing was found and nothing planted, null when only found is 0. */
  precision: number | null;
  /** Planted items found right ÷ planted items; null when nothing was planted. */
  recall: number | null;
  missed: Missed[];
  /** Keys that were found and never planted. */
  invented: string[];
}

export interface TruthComparison {
  kinds: KindComparison[];
}

/** What a reader derived, by kind: any items with the truth's keys and names. A kind that is left out is not compared. */
export type FoundTruth = Partial<Record<TruthKind, readonly (TruthItem | FoundItem)[]>>;

/** An item as a reader tells it: any values beside the key. */
export interface FoundItem extends TruthItem {
  readonly [property: string]: unknown;
}

/** Relative tolerance for sums of doubles. */
const TOLERANCE = 1e-6;

/**
 * Compares what was derived from a sample's filings with what was planted in them, kind by kind, by key and value.
 * Of a planted item only the properties that it has are compared; further ones of a found item are ignored.
 * Pure; lists may be in any order. A key that is found twice counts the second time as invented.
 */
export function compareTruth(truth: { issuers: readonly IssuerTruth[] }, found: FoundTruth): TruthComparison {
  const kinds = TRUTH_KINDS.filter((kind) => found[kind] !== undefined);
  return {
    kinds: kinds.map((kind) => {
      const planted = truth.issuers.flatMap((issuer): readonly TruthItem[] => issuer[kind]);
      return compareKind(kind, planted, found[kind] ?? []);
    }),
  };
}

function compareKind(kind: TruthKind, planted: readonly TruthItem[], found: readonly TruthItem[]): KindComparison {
  const byKey = new Map<string, TruthItem>();
  const invented: string[] = [];
  const plantedKeys = new Set(planted.map((item) => item.key));
  for (const item of found) {
    if (!plantedKeys.has(item.key) || byKey.has(item.key)) invented.push(item.key);
    else byKey.set(item.key, item);
  }
  const missed: Missed[] = [];
  for (const item of planted) {
    const match = byKey.get(item.key);
    if (match === undefined) missed.push({ key: item.key, differences: null });
    else {
      const differences = differencesOf(item, match);
      if (differences.length > 0) missed.push({ key: item.key, differences });
    }
  }
  return { kind, ...shares(planted.length, found.length, missed.length), missed, invented };
}

function shares(planted: number, found: number, missed: number) {
  const right = planted - missed;
  return {
    planted,
    found,
    precision: found === 0 ? (planted === 0 ? 1 : null) : right / found,
    recall: planted === 0 ? null : right / planted,
  };
}

/** The comparisons of the parts of a market as one. */
export function addComparisons(parts: readonly TruthComparison[]): TruthComparison {
  const all = parts.flatMap((part) => part.kinds);
  const kinds = TRUTH_KINDS.filter((kind) => all.some((one) => one.kind === kind));
  return {
    kinds: kinds.map((kind) =>
      addKind(
        all.filter((one) => one.kind === kind),
        kind,
      ),
    ),
  };
}

function addKind(parts: readonly KindComparison[], kind: TruthKind): KindComparison {
  const missed = parts.flatMap((part) => part.missed);
  const invented = parts.flatMap((part) => part.invented);
  const sum = (of: (part: KindComparison) => number) => parts.reduce((total, part) => total + of(part), 0);
  const planted = sum((part) => part.planted);
  const found = sum((part) => part.found);
  return { kind, ...shares(planted, found, missed.length), missed, invented };
}

/** Whether everything planted was found right, and nothing else. */
export function isComplete({ kinds }: TruthComparison): boolean {
  return kinds.every((kind) => kind.missed.length === 0 && kind.invented.length === 0);
}

type Values = Readonly<Record<string, unknown>>;

function differencesOf(planted: TruthItem, found: TruthItem): string[] {
  const expected: Values = { ...planted };
  const actual: Values = { ...found };
  return Object.keys(expected).flatMap((name) => {
    const want = expected[name];
    const have = actual[name];
    if (want === undefined || name === "window") return [];
    const fits = name === "date" && isWithin(expected.window, have);
    return fits || isSame(want, have) ? [] : [`${name}: expected ${text(want)}, found ${text(have)}`];
  });
}

/** A split's day is known only between the filings around it. */
function isWithin(window: unknown, date: unknown): boolean {
  if (!Array.isArray(window) || typeof date !== "string") return false;
  const [from, to]: unknown[] = window;
  return typeof from === "string" && typeof to === "string" && from <= date && date <= to;
}

function isSame(want: unknown, have: unknown): boolean {
  if (typeof want === "number" && typeof have === "number") {
    return Math.abs(want - have) <= TOLERANCE * Math.max(1, Math.abs(want));
  }
  if (Array.isArray(want) && Array.isArray(have)) {
    return JSON.stringify([...want].sort()) === JSON.stringify([...have].sort());
  }
  return want === have;
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
