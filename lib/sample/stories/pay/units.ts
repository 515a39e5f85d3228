import type { BookedRow } from "../../book/booked";
import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import type { EpisodeEntry } from "../../book/issuer-book";
import type { Filer, Line } from "../../market/filer";
import { grantLine, mainLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { SELL_TO_COVER, WITHHOLDING } from "../../wording/trade-notes";
import type { Stage, Story } from "../story";
import { tradeLots } from "../trading/lots";
import { awardStock, grantUnits, unitTerms, unitTitle } from "./awards";

type Vesting = "withhold" | "sell to cover" | "hold" | "sell";

/** Units granted, then vesting year by year with shares withheld, sold to cover, sold, or kept. */
export const unitProgram: Story = ({ world }) => {
  const { random } = world;
  if (world.remaining < 3) return false;
  for (const filer of world.insiders((one) => one.to - one.from > 800).slice(0, 4)) {
    const grant = world.take(filer, { from: filer.from, to: filer.to - 420 });
    if (grant === null) continue;
    const how = random.weighted([
      ["withhold", 58],
      ["sell to cover", 16],
      ["hold", 14],
      ["sell", 12],
    ] as const);
    const vests = vestingSlots(world, filer, grant, how);
    const program: UnitProgram = { world, filer, how, parts: vests.length, units: null };
    world.spend(1 + vests.length);
    world.at(grant.day, () => playGrant(program, grant));
    for (const vest of vests) world.at(vest.day, () => playVest(program, vest));
    return true;
  }
  return false;
};

interface UnitProgram {
  world: World;
  filer: Filer;
  how: Vesting;
  parts: number;
  units: Line | null;
}

function vestingSlots(world: World, filer: Filer, grant: Slot, how: Vesting): Slot[] {
  const slots: Slot[] = [];
  const sells = how === "sell" || how === "sell to cover";
  for (let year = 1; year <= 4 && slots.length + 1 < world.remaining; year++) {
    const slot = world.takeNear(filer, grant.day + Math.round(365.25 * year), sells ? { side: "S" } : {});
    if (slot !== null) slots.push(slot);
  }
  return slots;
}

function playGrant(program: UnitProgram, slot: Slot): void {
  const { world, filer } = program;
  const draft = world.draft(filer, "4", slot);
  program.units = grantUnits(world, draft, filer, world.random.int(20, 600) * 4);
  closeForm(world, draft);
}

function playVest(program: UnitProgram, slot: Slot): void {
  const { world, filer, units } = program;
  if (units === null || units.held < 8) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  program.parts = Math.max(program.parts, 1);
  const shares = program.parts === 1 ? units.held : Math.max(4, Math.floor(units.held / program.parts));
  program.parts -= 1;
  const episode = vestUnits(world, draft, units, Math.min(shares, units.held), program.how);
  closeForm(world, draft);
  world.book.episodes.push(episode);
}

/** One vesting: the Table I rows, the Table II twin, and what became of the shares that day. */
export function vestUnits(world: World, draft: FilingDraft, units: Line, shares: number, how: Vesting): EpisodeEntry {
  const { random } = world;
  const { day } = draft.filing;
  const line = mainLine(world, draft.filer);
  const code = random.chance(0.04) ? "C" : "M";
  const atMarket = random.chance(0.1) ? world.prices.close(day) : 0;
  const acquired = draft.trade({ line, code, direction: "A", shares, price: atMarket, day });
  const withheld: BookedRow[] = [];
  const sold: BookedRow[] = [];
  const tax = Math.max(1, Math.floor(shares * random.between(0.25, 0.45)));
  if (how === "withhold") {
    const notes = random.chance(0.6) ? { transactionCode: [random.pick(WITHHOLDING)] } : {};
    const price = world.prices.close(day);
    withheld.push(draft.trade({ line, code: "F", direction: "D", shares: tax, price, day, notes }));
  } else if (how === "sell to cover") {
    const notes = { transactionCode: [random.pick(SELL_TO_COVER)] };
    const price = world.tradePrice(day);
    sold.push(draft.trade({ line, code: "S", direction: "D", shares: tax, price, day, notes }, { taxSale: true }));
  } else if (how === "sell") {
    const total = Math.max(1, Math.floor(shares * random.pick([0.5, 0.8, 1])));
    sold.push(...tradeLots(world, draft, { line, side: "S", total, days: [day], rows: random.int(1, 2) }));
  }
  const derivative = draft.trade({ line: units, code, direction: "D", shares, price: 0, day });
  return { exercised: [acquired], derivatives: [derivative], withheld, returned: [], sold, type: "vest" };
}

/** Phantom units paid out in cash: the shares go back to the issuer on the day they come. */
export const cashSettlement: Story = ({ world }: Stage) => {
  if (world.remaining < 1) return false;
  for (const filer of world.insiders().slice(0, 4)) {
    const slot = world.take(filer, { from: filer.from, to: filer.to });
    if (slot === null) continue;
    world.spend(1);
    world.at(slot.day, () => playCashSettlement(world, filer, slot));
    return true;
  }
  return false;
};

function playCashSettlement(world: World, filer: Filer, slot: Slot): void {
  const { day } = slot;
  const shares = world.random.int(40, 900) * 2;
  const title = unitTitle(filer, day - 730, "Phantom Stock Units");
  const terms = {
    ...unitTerms(world, day - 730),
    strike: null,
    strikeNote: "Each phantom unit is the economic equivalent of one share and is settled in cash.",
  };
  const units = grantLine(filer, title, terms, shares * world.random.int(1, 3));
  const draft = world.draft(filer, "4", slot);
  const line = mainLine(world, filer);
  const acquired = draft.trade({ line, code: "M", direction: "A", shares, price: 0, day });
  const notes = { transactionCode: ["The units were settled in cash by the issuer."] };
  const price = world.prices.close(day);
  const back = draft.trade({ line, code: "D", direction: "D", shares, price, day, notes });
  const derivative = draft.trade({ line: units, code: "M", direction: "D", shares, price: 0, day });
  closeForm(world, draft);
  world.book.episodes.push({
    exercised: [acquired],
    derivatives: [derivative],
    withheld: [],
    returned: [back],
    sold: [],
    type: "vest",
  });
}
