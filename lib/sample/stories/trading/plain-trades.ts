import { closeForm } from "../../book/close-form";
import type { Filer } from "../../market/filer";
import { mainLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { negatedPlanNote } from "../../wording/plan-notes";
import { PRICE_IN_NOTE } from "../../wording/trade-notes";
import { awardStock } from "../pay/awards";
import type { Story } from "../story";
import { rowCount, saleSize, tradeLots } from "./lots";

/** An open-market sale that no plan governs; some say so. */
export const plainSale: Story = ({ world }) => {
  for (const filer of world.insiders().slice(0, 4)) {
    const slot = world.take(filer, { from: filer.from, to: filer.to, side: "S" });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playSale(world, filer, slot));
    return true;
  }
  return false;
};

function playSale(world: World, filer: Filer, slot: Slot): void {
  const line = mainLine(world, filer);
  const total = saleSize(world, line);
  if (total === null) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const negated = world.random.chance(0.06) ? negatedPlanNote(slot.day, world.random) : null;
  const meaning = { mark: negated === null ? null : ({ answer: "no", basis: "row footnote", plan: null } as const) };
  const notes = negated === null ? {} : { transactionCode: [negated] };
  const days = [slot.day, world.random.chance(0.2) ? world.nextTradingDay(slot) : slot.day];
  tradeLots(world, draft, { line, side: "S", total, days, meaning, notes, rows: rowCount(world) });
  closeForm(world, draft);
}

/** An open-market purchase; now and then for the trust, now and then with its price in a footnote only. */
export const plainPurchase: Story = ({ world }) => {
  for (const filer of world.insiders().slice(0, 4)) {
    const slot = world.take(filer, { from: filer.from, to: filer.to, side: "P" });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playPurchase(world, filer, slot));
    return true;
  }
  return false;
};

function playPurchase(world: World, filer: Filer, slot: Slot): void {
  const { random } = world;
  const draft = world.draft(filer, "4", slot);
  const trust = filer.lines.find((line) => line.table === "I" && line.di === "I" && line.title === world.issuer.title);
  const line = trust !== undefined && random.chance(0.2) ? trust : mainLine(world, filer);
  const total = Math.max(10, Math.round((8_000 * Math.exp(random.between(0, 3.4))) / world.prices.close(slot.day)));
  if (random.chance(0.03)) {
    const notes = { transactionPricePerShare: [PRICE_IN_NOTE] };
    draft.trade({ line, code: "P", direction: "A", shares: total, price: null, day: slot.day, notes });
  } else {
    tradeLots(world, draft, { line, side: "P", total, days: [slot.day], rows: rowCount(world) });
  }
  closeForm(world, draft);
}
