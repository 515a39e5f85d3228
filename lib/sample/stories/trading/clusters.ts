import type { BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { Day } from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { mainLine } from "../../market/people";
import { CLUSTER_MARGIN } from "../../market/trade-guard";
import type { Slot, World } from "../../market/world";
import { DIVIDEND_PLAN, PLACEMENT } from "../../wording/trade-notes";
import { awardStock } from "../pay/awards";
import type { Stage, Story } from "../story";
import { tradeLots } from "./lots";

/** Days from the first to the last trade of a planted cluster. */
const SPAN = 9;

export const buyCluster: Story = (stage) => cluster(stage, "P");
export const sellCluster: Story = (stage) => cluster(stage, "S");

/** Three to five insiders on one side within nine days, and nobody else on that side for a month around. */
function cluster({ world }: Stage, side: "P" | "S"): boolean {
  const { random } = world;
  const size = random.int(3, 5);
  if (world.remaining < size) return false;
  const first = quietStretch(world, side);
  if (first === null) return false;
  const taken = takeAll(world, size, side, () => first + random.int(0, SPAN));
  if (taken === null) return false;
  world.guard.close(first - CLUSTER_MARGIN, first + SPAN + CLUSTER_MARGIN, side);
  world.spend(size);
  const rows: BookedRow[] = [];
  const state = { abandoned: false };
  world.at(Math.min(...taken.map(({ slot }) => slot.day)), () => {
    state.abandoned = side === "S" && taken.some(({ filer, slot }) => !canSell(world, filer, slot.day));
    if (!state.abandoned) world.book.clusters.push({ side, rows });
  });
  for (const { filer, slot } of taken) {
    world.at(slot.day, () => {
      if (state.abandoned) awardStock(world, filer, slot);
      else rows.push(...playMember(world, filer, slot, side));
    });
  }
  return true;
}

/** A day from which nobody trades on the side for the cluster's span and a month around. */
function quietStretch(world: World, side: "P" | "S"): Day | null {
  const { from, to } = world.issuer;
  if (to - from < 130) return null;
  for (let i = 0; i < 12; i++) {
    const first = world.random.int(from + 10, to - SPAN - 12);
    if (world.guard.isQuiet(first - CLUSTER_MARGIN, first + SPAN + CLUSTER_MARGIN, side)) return first;
  }
  return null;
}

interface Taken {
  filer: Filer;
  slot: Slot;
}

/**
 * A slot for each of `size` insiders, or none at all. The guard would stop the third of a crowd, so a cluster's own
 * slots are taken without its side, checked for opposite trades, and recorded here.
 */
function takeAll(world: World, size: number, side: "P" | "S", dayFor: () => Day): Taken[] | null {
  const taken: Taken[] = [];
  for (const filer of world.insiders()) {
    if (taken.length === size) break;
    const day = dayFor();
    if (!world.guard.allowsOpposite(filer, day, side)) continue;
    const slot = world.slotAt(filer, day, { from: day, to: day });
    if (slot !== null) taken.push({ filer, slot });
  }
  if (taken.length < size) {
    for (const { filer, slot } of taken) world.release(filer, slot);
    return null;
  }
  for (const { filer, slot } of taken) world.guard.record(filer, slot.day, side, true);
  return taken;
}

function canSell(world: World, filer: Filer, day: Day): boolean {
  return mainLine(world, filer).held * world.prices.close(day) > 400_000;
}

function playMember(world: World, filer: Filer, slot: Slot, side: "P" | "S"): BookedRow[] {
  const { random } = world;
  const draft = world.draft(filer, "4", slot);
  const dollars = random.between(55_000, 180_000);
  const total = Math.ceil(dollars / world.prices.close(slot.day));
  const line = mainLine(world, filer);
  const rows = tradeLots(world, draft, { line, side, total, days: [slot.day], rows: random.int(1, 2) });
  closeForm(world, draft);
  return rows;
}

/** A decoy: three insiders buy from the issuer on one day at one price, each another count. No cluster. */
export const placement: Story = (stage) => decoy(stage, "placement");
/** A decoy: three insiders' dividends are reinvested in one week. No cluster. */
export const dividendPlan: Story = (stage) => decoy(stage, "dividend");

function decoy({ world }: Stage, kind: "placement" | "dividend"): boolean {
  const { random } = world;
  if (world.remaining < 3) return false;
  const day = quietStretch(world, "P");
  if (day === null) return false;
  const taken = takeAll(world, 3, "P", () => day);
  if (taken === null) return false;
  world.guard.close(day - CLUSTER_MARGIN, day + CLUSTER_MARGIN, "P");
  world.spend(3);
  const note = kind === "placement" ? PLACEMENT : random.pick(DIVIDEND_PLAN);
  for (const [i, { filer, slot }] of taken.entries()) {
    world.at(day, () => {
      const draft = world.draft(filer, "4", slot);
      const price = world.prices.close(day);
      const shares = kind === "placement" ? Math.round(70_000 / price) + 100 * i + 1 : random.int(3, 9) * 3 + i;
      const line = mainLine(world, filer);
      draft.trade({ line, code: "P", direction: "A", shares, price, day, notes: { transactionCode: [note] } });
      closeForm(world, draft);
    });
  }
  return true;
}
