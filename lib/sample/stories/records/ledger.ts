import { closeForm } from "../../book/close-form";
import { addBusinessDays, type Day, isTradingDay } from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { mainLine, stockLine } from "../../market/people";
import { round } from "../../market/quantities";
import type { Slot, World } from "../../market/world";
import { longDate } from "../../wording/dates";
import { ESPP } from "../../wording/trade-notes";
import { awardStock, restrictedStock } from "../pay/awards";
import { single, withholdOnVesting } from "../pay/small-filings";
import type { Stage, Story } from "../story";

/** Shares from the purchase plan come in without a row of their own; the next balance's footnote tells them. */
export const purchasePlan = single((world, filer, slot) => {
  const { random } = world;
  const line = mainLine(world, filer);
  if (line.reported === null || line.moved !== null) {
    awardStock(world, filer, slot);
    return;
  }
  const count = random.int(31, 480);
  line.held = round(line.held + count);
  line.moved = "footnote";
  const draft = world.draft(filer, "4", slot);
  const words = random
    .pick(ESPP)
    .replace("{n}", String(count))
    .replace("{date}", longDate(slot.day - random.int(2, 25)));
  const shares = random.int(4, 400) * 10 + 7;
  const notes = { sharesOwnedFollowingTransaction: [words] };
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day: slot.day, notes });
  closeForm(world, draft);
});

/** Shares go from the insider's own name into the trust without a row or a note: only the form of ownership changes. */
export const formChange = single((world, filer, slot) => {
  const { random } = world;
  const line = mainLine(world, filer);
  const trust = filer.lines.find(
    (one) => one.table === "I" && one.di === "I" && one.title === line.title && one.reported !== null,
  );
  const settled = line.reported !== null && line.moved === null && trust?.moved === null;
  if (trust === undefined || !settled || line.held < 2000) {
    awardStock(world, filer, slot);
    return;
  }
  const count = Math.floor(line.held * random.between(0.05, 0.2)) + 3;
  line.held = round(line.held - count);
  trust.held = round(trust.held + count);
  line.moved = "form-change";
  trust.moved = "form-change";
  const draft = world.draft(filer, "4", slot);
  const shares = random.int(4, 90) * 10 + 7;
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day: slot.day });
  draft.hold(trust);
  closeForm(world, draft, { holdings: false });
});

/** A filing that was never made: the balance before it and the balance after it don't meet. */
export const missingFiling: Story = ({ world }: Stage) => {
  if (world.remaining < 2) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 120).slice(0, 6)) {
    const before = world.take(filer, { from: filer.from, to: filer.to - 60, tail: 40 });
    if (before === null) continue;
    const missing = addBusinessDays(before.fileDay, 5);
    const fileDay = addBusinessDays(before.fileDay, 15);
    const after = { day: addBusinessDays(before.fileDay, 14), fileDay };
    if (fileDay > before.fileDay + 39 || !isTradingDay(after.day)) {
      world.release(filer, before);
      continue;
    }
    world.spend(2);
    world.at(before.day, () => filingOf(world, filer, before));
    world.at(missing, () => playMissing(world, filer, missing));
    world.at(after.day, () => filingOf(world, filer, after));
    return true;
  }
  return false;
};

function filingOf(world: World, filer: Filer, slot: Slot): void {
  const draft = world.draft(filer, "4", slot);
  restrictedStock(world, draft, mainLine(world, filer));
  closeForm(world, draft);
}

function playMissing(world: World, filer: Filer, day: Day): void {
  const line = mainLine(world, filer);
  const sold = line.held > 3000;
  const shares = sold ? Math.floor(line.held * world.random.between(0.02, 0.07)) + 11 : world.random.int(200, 900);
  line.held = round(sold ? line.held - shares : line.held + shares);
  line.moved = "missing-filing";
  const cik = filer.owners[0]?.cik ?? "";
  world.book.missing.push({ cik, day, code: sold ? "S" : "P", shares });
}

/** The issuer's split: every line of stock and units is multiplied, options get a new count and a new strike. */
export function playSplit(world: World): void {
  const { split } = world;
  if (split === null) return;
  world.book.splits.push({ ...split, stated: false });
  const present = world.filers.filter((filer) => filer.from <= split.day);
  for (const line of present.flatMap((filer) => filer.lines)) {
    const { grant } = line;
    if (grant?.kind === "preferred") continue;
    line.held = round(line.held * split.ratio);
    if (grant?.kind === "option") {
      grant.strike = grant.strike === null ? null : round(grant.strike / split.ratio, world.digits);
      line.reported = null;
    } else if (line.reported !== null && line.held > 0) line.moved = "split";
  }
}

/** Filings of three insiders shortly before and shortly after the split, so that their balances show it. */
export function splitEvidence({ world }: Stage): boolean {
  const { split } = world;
  if (split === null || world.remaining < 6) return false;
  const pairs: { filer: Filer; before: Slot; after: Slot }[] = [];
  for (const filer of world.insiders((one) => one.from < split.day - 70 && one.to > split.day + 90)) {
    if (pairs.length === 3) break;
    const before = world.take(filer, { from: split.day - 60, to: split.day - 10 });
    if (before === null) continue;
    const after = world.take(filer, { from: split.day + 6, to: split.day + 60 });
    if (after === null) world.release(filer, before);
    else pairs.push({ filer, before, after });
  }
  world.spend(pairs.length * 2);
  const stated = world.random.chance(0.7);
  for (const [i, { filer, before, after }] of pairs.entries()) {
    world.at(before.day, () => filingOf(world, filer, before));
    world.at(after.day, () => playAfterSplit(world, filer, after, stated && i === 0));
  }
  return pairs.length > 0;
}

function playAfterSplit(world: World, filer: Filer, slot: Slot, state: boolean): void {
  const { split } = world;
  const draft = world.draft(filer, "4", slot);
  if (!state || split === null) {
    if (mainLine(world, filer).held > 600) withholdOnVesting(world, draft, world.prices.close(slot.day));
    else restrictedStock(world, draft, mainLine(world, filer));
    closeForm(world, draft);
    return;
  }
  const words = splitNote(split.ratio, split.day);
  const line = stockLine(filer, world.issuer.title);
  const shares = world.random.int(4, 90) * 10 + 7;
  const notes = { sharesOwnedFollowingTransaction: [words] };
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day: slot.day, notes });
  closeForm(world, draft);
  for (const booked of world.book.splits) booked.stated = true;
}

const NUMBERS: Readonly<Record<number, string>> = { 2: "two", 3: "three", 4: "four", 5: "five", 10: "ten" };

function splitNote(ratio: number, day: Day): string {
  const words =
    ratio > 1 ? `${NUMBERS[ratio]}-for-one stock split` : `one-for-${NUMBERS[round(1 / ratio, 0)]} reverse stock split`;
  return `Adjusted to reflect the issuer's ${words}, effective ${longDate(day)}.`;
}
