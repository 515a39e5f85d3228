import type { FiledRow } from "@/lib/analytics/rows/filed-row";
import { sumOrNull } from "@/lib/analytics/sums";
import { type DerivativeKind, derivativeKind } from "./derivative-kind";

/** What the derivatives behind an exercised row say together. */
export interface DerivativePool {
  kinds: ReadonlySet<DerivativeKind>;
  /** Where there are several derivatives. */
  strikes: ReadonlySet<number | null>;
  /** Their one exercise price; null where there are several, or none is filed. */
  onlyStrike: number | null;
  /** Average exercise price by underlying shares; null where one is not known. */
  averageStrike: number | null;
  /** Their one expiry; null where there are several, or none is filed. */
  expirationDate: string | null;
  /** One of them is marked as acquired. */
  hasAcquired: boolean;
}

const POOLS = new WeakMap<readonly FiledRow[], DerivativePool>();

/** The derivatives as one; a list that several rows share is read once. */
export function poolOf(derivatives: readonly FiledRow[]): DerivativePool {
  const [first] = derivatives;
  if (first === undefined) return NOTHING;
  if (derivatives.length === 1) return alone(first);
  const known = POOLS.get(derivatives);
  if (known !== undefined) return known;
  const pool = readPool(derivatives);
  POOLS.set(derivatives, pool);
  return pool;
}

const NO_STRIKES: ReadonlySet<number | null> = new Set();

const NOTHING: DerivativePool = {
  kinds: new Set(),
  strikes: NO_STRIKES,
  onlyStrike: null,
  averageStrike: null,
  expirationDate: null,
  hasAcquired: false,
};

const ALONE: Readonly<Record<DerivativeKind, ReadonlySet<DerivativeKind>>> = {
  unit: new Set(["unit"]),
  option: new Set(["option"]),
  partnership: new Set(["partnership"]),
  convertible: new Set(["convertible"]),
};

/** Nearly every exercise has one derivative. */
function alone(derivative: FiledRow): DerivativePool {
  return {
    kinds: ALONE[derivativeKind(derivative)],
    strikes: NO_STRIKES,
    onlyStrike: derivative.exercisePrice,
    averageStrike: null,
    expirationDate: derivative.expirationDate,
    hasAcquired: derivative.acquiredDisposed === "A",
  };
}

function readPool(derivatives: readonly FiledRow[]): DerivativePool {
  const strikes = new Set(derivatives.map((one) => one.exercisePrice));
  const expirations = new Set(derivatives.map((one) => one.expirationDate));
  return {
    kinds: new Set(derivatives.map(derivativeKind)),
    strikes,
    onlyStrike: only(strikes),
    averageStrike: strikes.size > 1 ? averageStrike(derivatives) : null,
    expirationDate: only(expirations),
    hasAcquired: derivatives.some((one) => one.acquiredDisposed === "A"),
  };
}

/** Shares of the underlying that a derivative row stands for. */
export function underlyingShares(row: FiledRow): number | null {
  return row.underlyingShares ?? row.shares;
}

function averageStrike(derivatives: readonly FiledRow[]): number | null {
  const cost = sumOrNull(derivatives.map((one) => productOrNull(underlyingShares(one), one.exercisePrice)));
  const shares = sumOrNull(derivatives.map(underlyingShares));
  return cost === null || shares === null || shares === 0 ? null : cost / shares;
}

function productOrNull(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a * b;
}

function only<T>(values: ReadonlySet<T | null>): T | null {
  if (values.size !== 1) return null;
  const [value = null] = values;
  return value;
}
