import type { Clock } from "./clock";

/** How long to wait before a request is tried again. */
export interface BackOff {
  /** Tries of one request, the first included. */
  tries: number;
  /** Milliseconds before the second try; doubles with each. */
  first: number;
  longest: number;
  /** The first wait after 403 and 429: the SEC lifts its block ten minutes after the last excess. */
  firstBlocked: number;
  /** A Retry-After beyond this ends the run instead of sleeping through it. */
  longestRetryAfter: number;
}

export const DEFAULT_BACK_OFF: BackOff = {
  tries: 7,
  first: 1_000,
  longest: 60_000,
  firstBlocked: 10_000,
  longestRetryAfter: 15 * 60_000,
};

/** The most that a block makes us wait before asking once more. */
const LONGEST_BLOCKED = 5 * 60_000;

/** 403 and 429: EDGAR tells this machine to slow down. */
export function isBlock(status: number): boolean {
  return status === 403 || status === 429;
}

/** Milliseconds before try `n + 1` (n from 1): doubling, with jitter between half and whole. */
export function backOffDelay(policy: BackOff, n: number, blocked: boolean, clock: Clock): number {
  const [first, longest] = blocked ? [policy.firstBlocked, LONGEST_BLOCKED] : [policy.first, policy.longest];
  return Math.min(longest, first * 2 ** (n - 1)) * (0.5 + clock.random() / 2);
}

/**
 * Milliseconds that a `Retry-After` asks for, or null without a readable one. A date counts from the answer's own `Date`,
 * so that a clock that is wrong here or there changes nothing.
 */
export function retryAfter(headers: Readonly<Record<string, string>>, now: number): number | null {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  if (Number.isNaN(until)) return null;
  const from = Date.parse(headers.date ?? "");
  return Math.max(0, until - (Number.isNaN(from) ? now : from));
}
