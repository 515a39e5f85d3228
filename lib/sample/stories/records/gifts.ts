import { closeForm } from "../../book/close-form";
import type { FilingDraft } from "../../book/filing-draft";
import type { GiftEntry } from "../../book/issuer-book";
import { WAITING_RULE_START } from "../../market/calendar";
import { mainLine, stockLine } from "../../market/people";
import type { World } from "../../market/world";
import { GIFT_CHARITY, GIFT_FAMILY, GIFT_TRUST } from "../../wording/trade-notes";
import { awardStock } from "../pay/awards";
import { single } from "../pay/small-filings";

/** A gift: to charity, to the family, or to the insider's own trust, where it arrives on a line of its own. */
export const gift = single((world, filer, slot) => {
  const line = mainLine(world, filer);
  if (line.held < 600) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  giveAway(world, draft, false);
  closeForm(world, draft);
});

/** Two trusts that the form tells apart only by footnotes, both given shares on one day. */
export const giftToTrusts = single((world, filer, slot) => {
  const line = mainLine(world, filer);
  if (line.held < 4000) {
    awardStock(world, filer, slot);
    return;
  }
  const draft = world.draft(filer, "4", slot);
  const { day } = slot;
  const shares = world.random.int(60, 180) * 5;
  const price = 0;
  const out = draft.trade({ line, code: "G", direction: "D", shares: shares * 2 + 5, price, day, ...early(draft) });
  const entry = (row: GiftEntry["row"]): GiftEntry => ({ row, to: "own trust" });
  world.book.gifts.push(entry(out));
  for (const [i, child] of ["elder", "younger"].entries()) {
    const words = `Held by a trust for the benefit of the reporting person's ${child} child.`;
    const trust = stockLine(filer, world.issuer.title, 0, "By Children's Trust", words);
    const count = shares + i * 5;
    world.book.gifts.push(
      entry(draft.trade({ line: trust, code: "G", direction: "A", shares: count, price, day, ...early(draft) })),
    );
  }
  closeForm(world, draft);
});

/** Gifts could wait for Form 5 until February 2023; on a Form 4 before that they are marked early. */
function early(draft: FilingDraft) {
  const before = draft.filing.day < WAITING_RULE_START && !(draft.document.documentType ?? "").startsWith("5");
  return before ? ({ rowForm: "5", timeliness: "E" } as const) : {};
}

/** Adds a gift to a filing and books it. */
export function giveAway(world: World, draft: FilingDraft, onForm5: boolean): void {
  const { random } = world;
  const { filer } = draft;
  const { day } = draft.filing;
  const line = mainLine(world, filer);
  const to = random.weighted([
    ["charity", 45],
    ["family", 20],
    ["own trust", 35],
  ] as const);
  const shares = Math.max(5, Math.floor(line.held * random.between(0.004, 0.03)));
  const words = random.pick(to === "charity" ? GIFT_CHARITY : to === "family" ? GIFT_FAMILY : GIFT_TRUST);
  const form = onForm5 ? ({ rowForm: "5" } as const) : early(draft);
  const terms = { code: "G", shares, price: 0, day, notes: { transactionCode: [words] }, ...form };
  world.book.gifts.push({ row: draft.trade({ ...terms, line, direction: "D" }), to });
  if (to !== "own trust") return;
  const trust = stockLine(filer, world.issuer.title, 0, "By Revocable Trust");
  world.book.gifts.push({ row: draft.trade({ ...terms, line: trust, direction: "A" }), to });
}
