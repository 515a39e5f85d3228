import type { Random } from "../random";

type Words = readonly [string, ...string[]];

const PLACES: Words = [
  "Harbor",
  "Meadow",
  "Lantern",
  "Cedar",
  "Granite",
  "Orchard",
  "Prairie",
  "Willow",
  "Summit",
  "Copper",
  "Juniper",
  "Cobalt",
  "Maple",
  "Canyon",
  "Sparrow",
  "Beacon",
  "Thistle",
  "Driftwood",
  "Marble",
  "Saffron",
];
const TRADES: Words = [
  "Tools",
  "Foods",
  "Therapeutics",
  "Software",
  "Bancorp",
  "Energy",
  "Logistics",
  "Semiconductors",
  "Apparel",
  "Robotics",
  "Insurance",
  "Paper",
  "Railways",
  "Optics",
  "Materials",
  "Networks",
  "Hotels",
  "Diagnostics",
];
const SUFFIXES: Words = ["Inc", "Corp", "Inc.", "Corporation", "Holdings, Inc.", "Co", "Ltd"];

const INVENTED: Words = [
  "Example",
  "Sample",
  "Fixture",
  "Specimen",
  "Mock",
  "Invented",
  "Fable",
  "Notional",
  "Pretend",
  "Placeholder",
];
const ENDINGS: Words = ["ton", "worth", "field", "man", "smith", "wood", "berg", "ley", "son", "ford", "stein", "gate"];
const FIRST_NAMES: Words = [
  "Avery",
  "Jordan",
  "Morgan",
  "Riley",
  "Casey",
  "Quinn",
  "Rowan",
  "Sage",
  "Emery",
  "Finley",
  "Harper",
  "Kendall",
  "Lennox",
  "Marlow",
  "Noel",
  "Oakley",
  "Parker",
  "Reese",
  "Skyler",
  "Tatum",
  "Umber",
  "Vesper",
  "Wren",
  "Yael",
  "Zephyr",
];
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** A plainly fictional company. */
export function companyName(random: Random): string {
  return `Example ${random.pick(PLACES)} ${random.pick(TRADES)} ${random.pick(SUFFIXES)}`;
}

export function foreignCompanyName(random: Random): string {
  return `Example ${random.pick(PLACES)} ${random.pick(TRADES)} ${random.pick(["N.V.", "plc", "S.A.", "AG"])}`;
}

/** A plainly fictional person: as EDGAR conforms it, and as a signature writes it. */
export function personName(random: Random): { conformed: string; written: string } {
  const last = `${random.pick(INVENTED)}${random.pick(ENDINGS)}`;
  const first = random.pick(FIRST_NAMES);
  const middle = random.chance(0.7) ? ` ${letterAt(random.int(0, 25))}.` : "";
  const conformed = `${last} ${first}${middle.replace(".", random.chance(0.5) ? "" : ".")}`;
  return { conformed: random.chance(0.3) ? conformed.toUpperCase() : conformed, written: `${first}${middle} ${last}` };
}

export function fundName(random: Random, numeral: string): string {
  return `Example ${random.pick(PLACES)} Capital Fund ${numeral}, L.P.`;
}

/** `ZZAB`, `ZZAAB`, …: a symbol that no exchange lists. */
export function symbolOf(index: number): string {
  let rest = index;
  let letters = "";
  do {
    letters = letterAt(rest % 26) + letters;
    rest = Math.floor(rest / 26);
  } while (rest > 0);
  return `ZZ${letters.padStart(2, "A")}`;
}

function letterAt(index: number): string {
  return LETTERS[index] ?? "A";
}
