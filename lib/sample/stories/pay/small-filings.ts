import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import type { Day } from "../../market/calendar";
import type { Filer } from "../../market/filer";
import { grantLine, mainLine, stockLine } from "../../market/people";
import type { Slot, World } from "../../market/world";
import { BOARD_GRANT, INHERITED, OTHER_CHANGE, PLAN_FUND, WITHHOLDING } from "../../wording/trade-notes";
import type { Story } from "../story";
import { awardStock, unitTerms } from "./awards";

/** A story of one filing by one insider on any free day. */
export function single(
  play: (world: World, filer: Filer, slot: Slot) => void,
  able?: (world: World) => boolean,
): Story {
  return ({ world }) => {
    if (world.remaining < 1 || able?.(world) === false) return false;
    for (const filer of world.insiders().slice(0, 4)) {
      const slot = world.take(filer, { from: filer.from, to: filer.to });
      if (slot === null) continue;
      world.spend(1);
      world.at(slot.day, () => play(world, filer, slot));
      return true;
    }
    return false;
  };
}

/** Restricted stock vests and shares are withheld: one F row, no exercise. */
export const withholding = single((world, filer, slot) => {
  const line = mainLine(world, filer);
  if (line.held < 600) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  withholdOnVesting(world, draft, world.prices.close(slot.day));
  closeForm(world, draft);
});

export function withholdOnVesting(world: World, draft: FilingDraft, price: number) {
  const { random } = world;
  const line = mainLine(world, draft.filer);
  const shares = awayFromPowersOfTen(Math.max(11, Math.floor(line.held * random.between(0.002, 0.02))));
  const notes = random.chance(0.7) ? { transactionCode: [random.pick(WITHHOLDING).replace("units", "stock")] } : {};
  return draft.trade({ line, code: "F", direction: "D", shares, price, day: draft.filing.day, notes });
}

/** A total of about 100 shares can't be told from a price whose point slipped by two places. */
function awayFromPowersOfTen(shares: number): number {
  const fraction = Math.log10(shares) % 1;
  return fraction < 0.12 || fraction > 0.88 ? Math.floor(shares * 1.9) : shares;
}

/** Codes that are rare in Table I: J, W, I, and a swap. */
export const oddTrade = single((world, filer, slot) => {
  const { random } = world;
  const line = mainLine(world, filer);
  const draft = world.draft(filer, "4", slot);
  const shares = random.int(3, 300) * 5;
  const kind = random.pick(["J", "J", "W", "I", "K"] as const);
  const notes = { J: random.pick(OTHER_CHANGE), W: INHERITED, I: PLAN_FUND, K: "Settlement of an equity swap." }[kind];
  const price = kind === "I" || kind === "K" ? world.prices.close(slot.day) : 0;
  const day = slot.day;
  // K is not in the schema's list of codes of every version: a swap is told by its flag on a J row.
  const code = kind === "K" ? "J" : kind;
  draft.trade({
    line,
    code,
    direction: "A",
    shares,
    price,
    day,
    swap: kind === "K",
    notes: { transactionCode: [notes] },
  });
  closeForm(world, draft);
});

/** The second class turns into the first, one for one: a conversion, no exercise. */
export const classConversion = single(
  (world, filer, slot) => {
    const { secondTitle, title } = world.issuer;
    if (secondTitle === null) return;
    const words = "Each share is convertible at any time into one share of the other class and has no expiration date.";
    const terms = {
      ...unitTerms(world, slot.day),
      kind: "class" as const,
      strike: null,
      strikeNote: words,
      exercisableNote: words,
      expiresNote: words,
    };
    const known = filer.lines.find((line) => line.table === "II" && line.title === secondTitle);
    const held = known ?? grantLine(filer, secondTitle, terms, world.random.int(300, 3000) * 100);
    const shares = Math.floor(held.held / world.random.int(4, 10));
    const draft = world.draft(filer, "4", slot);
    const line = stockLine(filer, title);
    draft.trade({ line, code: "C", direction: "A", shares, price: 0, day: slot.day });
    draft.trade({ line: held, code: "C", direction: "D", shares, price: 0, day: slot.day });
    closeForm(world, draft);
  },
  (world) => world.issuer.secondTitle !== null,
);

/** A decoy: three unrelated directors get equal grants on one day. They are three grants. */
export const boardGrants: Story = ({ world }) => {
  const { random } = world;
  if (world.remaining < 3) return false;
  for (let i = 0; i < 4; i++) {
    const day: Day = random.int(world.issuer.from, world.issuer.to);
    const taken: { filer: Filer; slot: Slot }[] = [];
    for (const filer of world.insiders()) {
      const slot = taken.length < 3 ? world.slotAt(filer, day, { from: day, to: day }) : null;
      if (slot !== null) taken.push({ filer, slot });
    }
    if (taken.length < 3) {
      for (const { filer, slot } of taken) world.release(filer, slot);
      continue;
    }
    world.spend(3);
    const shares = random.int(5, 90) * 25 + 3;
    for (const { filer, slot } of taken) {
      world.at(day, () => {
        const draft = world.draft(filer, "4", slot);
        const line = mainLine(world, filer);
        const notes = { transactionShares: [BOARD_GRANT] };
        draft.trade({ line, code: "A", direction: "A", shares, price: 0, day, notes });
        closeForm(world, draft);
      });
    }
    return true;
  }
  return false;
};
