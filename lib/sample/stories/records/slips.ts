import type { BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { SlipEntry } from "../../book/issuer-book";
import type { Filer } from "../../market/filer";
import { mainLine } from "../../market/people";
import { round } from "../../market/quantities";
import type { Slot, World } from "../../market/world";
import { rangeNote } from "../../wording/trade-notes";
import { awardStock } from "../pay/awards";
import { withholdOnVesting } from "../pay/small-filings";
import type { Stage, Story } from "../story";
import { saleSize } from "../trading/lots";

/** Four insiders' stock vests on one day at one price, so that three vouch for it; on one form the decimal point is wrong. */
export const powerOfTen: Story = (stage) => vestDaySlip(stage, "power of ten");
/** The same, but one form has the total in the price field. */
export const totalAsPrice: Story = (stage) => vestDaySlip(stage, "price is a total");

/** Each right price has two others beside it. */
const VESTING = 4;

function vestDaySlip({ world }: Stage, kind: "power of ten" | "price is a total"): boolean {
  const { random } = world;
  if (world.remaining < VESTING) return false;
  for (let i = 0; i < 4; i++) {
    const day = random.int(world.issuer.from, world.issuer.to);
    const taken: { filer: Filer; slot: Slot }[] = [];
    for (const filer of world.insiders()) {
      const slot = taken.length < VESTING ? world.slotAt(filer, day, { from: day, to: day }) : null;
      if (slot !== null) taken.push({ filer, slot });
    }
    if (taken.length < VESTING) {
      for (const { filer, slot } of taken) world.release(filer, slot);
      continue;
    }
    world.spend(VESTING);
    const state = { holds: true };
    world.at(day, () => {
      state.holds = taken.every(({ filer }) => mainLine(world, filer).held >= 600);
    });
    for (const [n, { filer, slot }] of taken.entries()) {
      world.at(day, () => {
        if (state.holds) playVestDay(world, filer, slot, n === 1 ? kind : null);
        else awardStock(world, filer, slot);
      });
    }
    return true;
  }
  return false;
}

function playVestDay(world: World, filer: Filer, slot: Slot, slip: "power of ten" | "price is a total" | null): void {
  const draft = world.draft(filer, "4", slot);
  const price = world.prices.close(slot.day);
  const row = withholdOnVesting(world, draft, price);
  if (slip !== null) {
    const filed =
      slip === "price is a total"
        ? round(price * row.shares, 2)
        : round(price * world.random.pick([10, 100, 0.1, 0.01]), world.digits);
    row.price = filed;
    const field = draft.fieldsOf(row).transactionPricePerShare;
    if (field !== undefined) field.value = String(filed);
    bookSlip(world, row, slip, price);
  }
  closeForm(world, draft);
}

function bookSlip(world: World, row: BookedRow, kind: SlipEntry["kind"], truePrice: number | null): void {
  row.flagged = true;
  world.book.slips.push({ row, kind, truePrice });
}

/** A sale whose price lies outside the range of its own footnote. */
export const outsideRange: Story = (stage) => rangedSale(stage, "price outside its range");
/** A sale whose footnoted range is wider than a dollar. */
export const wideRange: Story = (stage) => rangedSale(stage, "range wider than $1");

function rangedSale({ world }: Stage, kind: "price outside its range" | "range wider than $1"): boolean {
  if (world.remaining < 1) return false;
  for (const filer of world.insiders().slice(0, 5)) {
    const slot = world.takeAlone(filer, { from: filer.from, to: filer.to, side: "S" });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playRanged(world, filer, slot, kind));
    return true;
  }
  return false;
}

function playRanged(
  world: World,
  filer: Filer,
  slot: Slot,
  kind: "price outside its range" | "range wider than $1",
): void {
  const line = mainLine(world, filer);
  const shares = saleSize(world, line);
  if (shares === null) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const price = round(world.tradePrice(slot.day), 2);
  const [low, high] = kind === "range wider than $1" ? [price - 0.6, price + 0.75] : [price + 1.2, price + 1.65];
  // Far enough outside that a price written in whole dollars is outside too.
  const words = rangeNote(low.toFixed(2), high.toFixed(2), "S", world.random);
  const notes = { transactionPricePerShare: [words] };
  const row = draft.trade({ line, code: "S", direction: "D", shares, price, day: slot.day, notes });
  bookSlip(world, row, kind, null);
  closeForm(world, draft);
}

/** A foreign issuer's price that a footnote ties to depositary shares or to another currency. */
export const foreignPrice: Story = ({ world }) => {
  if (world.remaining < 1 || !world.issuer.foreign) return false;
  for (const filer of world.insiders().slice(0, 5)) {
    const slot = world.takeAlone(filer, { from: filer.from, to: filer.to, side: "S" });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playForeign(world, filer, slot));
    return true;
  }
  return false;
};

function playForeign(world: World, filer: Filer, slot: Slot): void {
  const line = mainLine(world, filer);
  const shares = saleSize(world, line);
  if (shares === null) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const kind = world.random.pick(["ADS and shares mixed", "foreign currency"] as const);
  const words =
    kind === "foreign currency"
      ? "The price is stated in Swiss francs (CHF), for which the shares were sold."
      : "The price is per American Depositary Share (ADS); each ADS represents five ordinary shares.";
  const notes = { transactionPricePerShare: [words] };
  const price = world.tradePrice(slot.day);
  const row = draft.trade({ line, code: "S", direction: "D", shares, price, day: slot.day, notes });
  bookSlip(world, row, kind, null);
  closeForm(world, draft);
}
