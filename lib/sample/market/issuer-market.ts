import { bookkeeping } from "../book/filing-draft";
import type { IssuerBook } from "../book/issuer-book";
import { mixSeed, Random } from "../random";
import { award } from "../stories/pay/awards";
import { playSplit, splitEvidence } from "../stories/records/ledger";
import type { Stage } from "../stories/story";
import { FEATURED, STORIES } from "../stories/story-table";
import { type Day, dayOf, FOREIGN_START, isTradingDay, MARKET_END, MARKET_START } from "./calendar";
import { companyName, foreignCompanyName, symbolOf } from "./names";
import { newInsider, People } from "./people";
import { PricePath, type Split } from "./price-path";
import { sealFilings } from "./seal-filings";
import { type IssuerFacts, World } from "./world";

export interface IssuerPlan {
  /** From 1. */
  number: number;
  filings: number;
  seed: number;
  foreign: boolean;
  /** Whether instants of acceptance are known (submission texts only). */
  accepted: boolean;
  digits: number;
  boxFrom: Day;
}

const FEATURES_EACH = 6;

/** Draws up and plays one issuer: exactly `filings` filings, in order of acceptance, and the book of what is true in them. */
export function issuerMarket(plan: IssuerPlan): { issuer: IssuerFacts; book: IssuerBook } {
  const random = new Random(mixSeed(plan.seed, plan.number));
  const issuer = issuerFacts(random, plan);
  const split = splitOf(random, issuer, plan.filings);
  const prices = new PricePath(random, split === null ? [] : [split]);
  const world = new World(random, issuer, prices, split, plan.filings, plan.digits, plan.boxFrom);
  const people = new People(plan.number);
  const recruit = () => newInsider(world, people, issuer.from, issuer.to);
  const board = Math.min(60, Math.max(4, Math.round(plan.filings / 10)));
  for (let i = 0; i < board; i++) recruit();
  drawUp({ world, people, recruit }, plan);
  if (split !== null) world.at(split.day, () => playSplit(world));
  world.playAll();
  if (world.book.filings.length !== plan.filings) {
    throw bookkeeping(`Issuer ${plan.number} wrote ${world.book.filings.length} of ${plan.filings} filings.`);
  }
  sealFilings(world.book, plan);
  return { issuer, book: world.book };
}

function drawUp(stage: Stage, plan: IssuerPlan): void {
  const { world } = stage;
  splitEvidence(stage);
  for (let i = 0; i < FEATURES_EACH; i++) {
    const story = FEATURED[(plan.number * FEATURES_EACH + i) % FEATURED.length];
    story?.(stage);
  }
  let failures = 0;
  while (world.remaining > 0) {
    if (world.random.weighted(STORIES)(stage)) {
      failures = 0;
      continue;
    }
    failures += 1;
    if (failures % 25 === 0 && !award(stage)) stage.recruit();
  }
}

function issuerFacts(random: Random, plan: IssuerPlan): IssuerFacts {
  const { from, to } = plan.foreign ? { from: FOREIGN_START, to: MARKET_END } : lifetime(random, plan.filings);
  const symbol = symbolOf(plan.number - 1);
  const name = plan.foreign ? foreignCompanyName(random) : companyName(random);
  const classes = !plan.foreign && random.chance(0.15);
  const title = classes ? "Class A Common Stock" : plan.foreign ? "Ordinary Shares" : random.pick(TITLES);
  return {
    cik: String(9_000_000_000 + plan.number),
    name,
    symbol,
    foreignSymbol: plan.foreign ? `${symbol}.XX` : null,
    title,
    secondTitle: classes ? "Class B Common Stock" : null,
    foreign: plan.foreign,
    from,
    to,
  };
}

const TITLES = [
  "Common Stock",
  "Common Stock",
  "Common Stock",
  "Common Stock, par value $0.01",
  "Common Shares",
] as const;

/** From a first to a last day, longer for issuers with more filings; most of them last to the market's end. */
function lifetime(random: Random, filings: number): { from: Day; to: Day } {
  const years = Math.min(22, Math.max(3, (filings / 9) * random.between(0.8, 1.6)));
  const to = random.chance(0.72) ? MARKET_END : random.int(dayOf("2012-01-01"), MARKET_END);
  return { from: Math.max(MARKET_START, Math.round(to - years * 365.25)), to };
}

/** One split at most, in the middle of an issuer's life. */
function splitOf(random: Random, issuer: IssuerFacts, filings: number): Split | null {
  if (issuer.foreign || filings < 24 || issuer.to - issuer.from < 900 || !random.chance(0.35)) return null;
  const span = issuer.to - issuer.from;
  let day = issuer.from + Math.round(span * random.between(0.35, 0.7));
  while (!isTradingDay(day)) day += 1;
  const ratio = random.weighted([
    [2, 50],
    [3, 18],
    [4, 8],
    [5, 6],
    [10, 4],
    [0.1, 8],
    [0.2, 6],
  ] as const);
  return { day, ratio };
}
