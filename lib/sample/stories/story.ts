import type { Filer } from "../market/filer";
import type { People } from "../market/people";
import type { World } from "../market/world";

/** What stories are told with. */
export interface Stage {
  world: World;
  people: People;
  /** A further insider for the whole life of the issuer, when those present are too busy. */
  recruit: () => Filer;
}

/**
 * Draws a story up: takes slots, plans events, spends the filings that it will write. False when it found no place or
 * `world.remaining` is too small; then it must have spent nothing.
 */
export type Story = (stage: Stage) => boolean;
