import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import { flagText } from "../../book/filing-draft";
import {
  addBusinessDays,
  type Day,
  dayOf,
  isBusinessDay,
  isoOf,
  isTradingDay,
  isUndisputed,
} from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { mainLine, newInsider } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { EXIT_REMARK, SMALL } from "../../wording/trade-notes";
import type { Stage, Story } from "../story";
import { giveAway } from "./gifts";

/** A new insider: Form 3 with holdings or none, mostly within ten days. */
export const arrival: Story = ({ world, people }: Stage) => {
  const { random, issuer } = world;
  if (world.remaining < 1 || issuer.to - issuer.from < 60) return false;
  const late = random.chance(0.12);
  for (let i = 0; i < 12; i++) {
    const day = random.int(issuer.from, issuer.to - 45);
    const fileDay = day + (late ? random.int(14, 34) : random.int(1, 8));
    if (!isTradingDay(day) || !isBusinessDay(fileDay) || !isUndisputed(day, fileDay)) continue;
    const nearSplit = world.split !== null && Math.abs(world.split.day - day) < 45;
    if (nearSplit || fileDay > issuer.to) continue;
    const filer = newInsider(world, people, fileDay + 1, issuer.to);
    filer.slots.push({ from: day, to: fileDay });
    world.spend(1);
    const none = random.chance(0.2);
    if (none) for (const line of filer.lines) line.held = 0;
    world.at(day, () => playForm3(world, filer, { day, fileDay }, late));
    return true;
  }
  return false;
};

function playForm3(world: World, filer: Filer, slot: Slot, late: boolean): void {
  const draft = world.draft(filer, "3", slot);
  const held = filer.lines.filter((line) => line.held > 0);
  for (const line of held) draft.hold(line);
  draft.document.noSecuritiesOwned = flagText(held.length === 0, filer.style.wordFlags);
  const filing = closeForm(world, draft, { period: slot.day, holdings: false });
  if (!late) return;
  const elapsed = slot.fileDay - slot.day;
  world.book.late.push({ filing, form: "3", unit: "calendar", elapsed, verdict: "late" });
}

/** The last filing of an insider: the box “no longer subject to Section 16”, no rows, or one last balance. */
export const exit: Story = ({ world }) => {
  const { random } = world;
  if (world.remaining < 1) return false;
  const stays = world.insiders((filer) => filer.to === world.issuer.to && filer.to - filer.from > 500);
  const [filer] = stays;
  if (filer === undefined || world.insiders().length < 4) return false;
  const last = filer.slots.reduce((day, slot) => Math.max(day, slot.to), filer.from);
  const from = Math.max(last + 10, filer.from + 300);
  const slot = from < filer.to - 5 ? world.take(filer, { from, to: Math.min(from + 900, filer.to - 4) }) : null;
  if (slot === null) return false;
  filer.to = slot.fileDay;
  world.spend(1);
  const empty = random.chance(0.5);
  world.at(slot.day, () => {
    const draft = world.draft(filer, "4", slot);
    if (!empty) for (const line of filer.lines) if (line.table === "I" && line.held > 0) draft.hold(line);
    const remarks = random.pick(EXIT_REMARK);
    const filing = closeForm(world, draft, { period: slot.day, holdings: false, exit: true, remarks });
    world.book.exits.push(filing);
  });
  return true;
};

/** The year's Form 5: gifts before 2023, small acquisitions; mostly within 45 days of the year's end. */
export const annualForm: Story = ({ world }) => {
  const { random, issuer } = world;
  if (world.remaining < 1) return false;
  const late = random.chance(0.15);
  for (const filer of world.insiders((one) => one.to - one.from > 420).slice(0, 5)) {
    const firstYear = Number(isoOf(filer.from).slice(0, 4));
    const year = random.int(firstYear, Number(isoOf(filer.to).slice(0, 4)) - 1);
    const yearEnd = dayOf(`${year}-12-31`);
    const fileDay = addBusinessDays(yearEnd + (late ? random.int(50, 80) : random.int(20, 40)) - 1, 1);
    const day = tradingDayBefore(yearEnd - random.int(12, 240));
    if (day < filer.from || fileDay > Math.min(filer.to, issuer.to) || !isUndisputed(fileDay, fileDay)) continue;
    if (!world.isFree(filer, day, fileDay)) continue;
    filer.slots.push({ from: day, to: fileDay });
    world.spend(1);
    world.at(day, () => playForm5(world, filer, { day, fileDay }, yearEnd, late));
    return true;
  }
  return false;
};

function tradingDayBefore(day: Day): Day {
  let at = day;
  while (!isTradingDay(at)) at -= 1;
  return at;
}

function playForm5(world: World, filer: Filer, slot: Slot, yearEnd: Day, late: boolean): void {
  const draft = world.draft(filer, "5", slot);
  draft.document.form3HoldingsReported = "0";
  draft.document.form4TransactionsReported = "0";
  const gifts = slot.day < dayOf("2023-02-01") && mainLine(world, filer).held > 600;
  if (gifts) giveAway(world, draft, true);
  else smallAcquisition(world, draft);
  const filing = closeForm(world, draft, { period: yearEnd });
  filing.document.periodOfReport = isoOf(yearEnd);
  if (!late) return;
  const elapsed = slot.fileDay - yearEnd;
  world.book.late.push({ filing, form: "5", unit: "calendar", elapsed, verdict: "late" });
}

function smallAcquisition(world: World, draft: FilingDraft): void {
  const { day } = draft.filing;
  const line = mainLine(world, draft.filer);
  const shares = world.random.int(5, 95);
  const price = world.prices.close(day);
  const notes = { transactionCode: [SMALL] };
  draft.trade({ line, code: "L", direction: "A", shares, price, day, rowForm: "5", notes });
}
