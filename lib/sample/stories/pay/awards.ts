import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import { type Day, dateParts, isoOf } from "../../market/calendar";
import type { Filer, Grant, Line } from "../../market/filer";
import { grantLine, mainLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { NO_EXPIRY, RESTRICTED_AWARD, UNIT_STRIKE } from "../../wording/trade-notes";
import type { Story } from "../story";

/** A grant of stock, options or units, in its own filing: the most frequent filing, and what fills a market up. */
export const award: Story = (stage) => {
  const { world } = stage;
  const candidates = world.insiders().slice(0, 5);
  for (const filer of candidates) {
    const slot = world.take(filer, { from: filer.from, to: filer.to });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playAward(world, filer, slot));
    return true;
  }
  return false;
};

function playAward(world: World, filer: Filer, slot: Slot): void {
  const { random } = world;
  const draft = world.draft(filer, "4", slot);
  const kind = random.weighted([
    ["stock", 42],
    ["option", 22],
    ["unit", 26],
    ["stock and option", 10],
  ] as const);
  if (kind.startsWith("stock")) restrictedStock(world, draft, mainLine(world, filer));
  if (kind.endsWith("option")) grantOption(world, draft, filer, random.int(20, 900) * 100 + 50);
  if (kind === "unit") grantUnits(world, draft, filer, random.int(10, 300) * 10);
  closeForm(world, draft);
}

/** What a story falls back to when too little is held for what it meant to do. */
export function awardStock(world: World, filer: Filer, slot: Slot): void {
  const draft = world.draft(filer, "4", slot);
  restrictedStock(world, draft, mainLine(world, filer));
  closeForm(world, draft);
}

export function restrictedStock(world: World, draft: FilingDraft, line: Line): void {
  const shares = world.random.int(40, 4000) * 10 + 7;
  const { day } = draft.filing;
  const notes = { transactionShares: [world.random.pick(RESTRICTED_AWARD)] };
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day, notes });
}

/** Terms of an option at the money, exercisable after a year, expiring after ten. */
export function optionTerms(world: World, day: Day): Grant {
  return {
    kind: "option",
    strike: world.prices.close(day),
    strikeNote: null,
    exercisable: day + 365,
    exercisableNote: null,
    expires: day + 3652,
    expiresNote: null,
    underlying: world.issuer.title,
    per: 1,
  };
}

function grantOption(world: World, draft: FilingDraft, filer: Filer, shares: number): Line {
  const { day } = draft.filing;
  const line = grantLine(filer, optionTitle(world), optionTerms(world, day), 0);
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day });
  return line;
}

export function optionTitle(world: World): string {
  return world.random.pick([
    "Stock Option (Right to Buy)",
    "Employee Stock Option (right to buy)",
    "Non-Qualified Stock Option",
  ]);
}

/** Terms of a unit grant: no price and no expiry, a vesting note of its own. */
export function unitTerms(world: World, day: Day): Grant {
  return {
    kind: "unit",
    strike: world.random.chance(0.2) ? 0 : null,
    strikeNote: world.random.pick(UNIT_STRIKE),
    exercisable: null,
    exercisableNote: `The units granted on ${isoOf(day)} vest in installments, subject to continued service.`,
    expires: null,
    expiresNote: NO_EXPIRY,
    underlying: world.issuer.title,
    per: 1,
  };
}

/** Every grant of units has a title of its own, so that its balance is its own line. */
export function unitTitle(filer: Filer, day: Day, words = "Restricted Stock Units"): string {
  const { year, monthName, date } = dateParts(day);
  const title = `${words} (granted ${monthName} ${year})`;
  return filer.lines.some((line) => line.title === title) ? `${words} (granted ${monthName} ${date}, ${year})` : title;
}

export function grantUnits(world: World, draft: FilingDraft, filer: Filer, shares: number): Line {
  const { day } = draft.filing;
  const line = grantLine(filer, unitTitle(filer, day), unitTerms(world, day), 0);
  draft.trade({ line, code: "A", direction: "A", shares, price: 0, day });
  return line;
}
