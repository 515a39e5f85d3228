import type { BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { Filer } from "../../market/filer";
import { mainLine } from "../../market/people";
import { round } from "../../market/quantities";
import type { Slot, World } from "../../market/world";
import { awardStock } from "../pay/awards";
import type { Story } from "../story";

/** One purchase and one dearer sale by the same insider within six months, either first, and no other trade near. */
export const shortSwing: Story = ({ world }) => {
  const { random } = world;
  if (world.remaining < 2 || world.issuer.foreign) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 240).slice(0, 6)) {
    const day = random.int(filer.from, filer.to - 170);
    const otherDay = day + random.int(25, 140);
    const buysFirst = random.chance(0.6);
    const alone = !filer.trades.some((trade) => trade.day > day - 400 && trade.day < otherDay + 400);
    if (!alone) continue;
    const first = world.takeNear(filer, day, { side: buysFirst ? "P" : "S" }, 6);
    if (first === null) continue;
    // The guard keeps opposite trades apart, so the second slot is taken without a side and its trade recorded after.
    const second = world.takeNear(filer, otherDay, {}, 6);
    const side = buysFirst ? "S" : "P";
    if (second === null || !world.guard.allowsCrowd(filer, second.day, side)) {
      world.release(filer, first);
      if (second !== null) world.release(filer, second);
      continue;
    }
    world.guard.record(filer, second.day, side, true);
    world.spend(2);
    plan(world, filer, buysFirst ? [first, second] : [second, first]);
    return true;
  }
  return false;
};

function plan(world: World, filer: Filer, [buy, sell]: [Slot, Slot]): void {
  const dearer = Math.max(world.prices.close(buy.day), world.prices.close(sell.day));
  const salePrice = round(dearer * world.random.between(1.02, 1.06), 2);
  const buyPrice = round(Math.min(world.prices.close(buy.day), dearer * 0.99), 2);
  const legs: { purchase?: BookedRow; sale?: BookedRow } = {};
  const shares = world.random.int(3, 40) * 10;
  const sold = Math.max(5, shares - world.random.int(0, 2) * 10);
  const state = { abandoned: false };
  world.at(Math.min(buy.day, sell.day), () => {
    state.abandoned = sell.day < buy.day && mainLine(world, filer).held < sold;
  });
  const leg = (slot: Slot, play: () => void) =>
    world.at(slot.day, () => {
      if (state.abandoned) awardStock(world, filer, slot);
      else play();
      finish(world, legs);
    });
  leg(buy, () => {
    legs.purchase = single(world, filer, buy, "P", shares, buyPrice);
  });
  leg(sell, () => {
    legs.sale = single(world, filer, sell, "S", sold, salePrice);
  });
}

function finish(world: World, legs: { purchase?: BookedRow; sale?: BookedRow }): void {
  const { purchase, sale } = legs;
  if (purchase !== undefined && sale !== undefined) world.book.shortSwing.push({ purchase, sale });
}

function single(world: World, filer: Filer, slot: Slot, side: "P" | "S", shares: number, price: number): BookedRow {
  const draft = world.draft(filer, "4", slot);
  const line = mainLine(world, filer);
  const direction = side === "P" ? "A" : "D";
  const row = draft.trade({ line, code: side, direction, shares, price, day: slot.day });
  closeForm(world, draft);
  return row;
}
