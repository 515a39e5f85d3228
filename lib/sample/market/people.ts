import type { Random } from "../random";
import type { Day } from "./calendar";
import type { Filer, FilerStyle, Grant, Insider, Line } from "./filer";
import { fundName, personName } from "./names";
import { round } from "./quantities";
import type { World } from "./world";

const OFFICERS = [
  "Chief Executive Officer",
  "Chief Financial Officer",
  "EVP and General Counsel",
  "Chief Operating Officer",
  "SVP, Sales",
  "Chief Accounting Officer",
  "President",
] as const;

const LONG_TITLE = "Executive Vice President, Chief Legal and Sustainability Officer and Secretary";
const NATURES = ["By Trust", "By Spouse", "By Family Trust", "By 401(k) Plan", "By Family LLC"] as const;

/** Gives every insider of one issuer an invented CIK and a name that no other insider of the issuer has. */
export class People {
  private count = 0;
  private readonly names = new Set<string>();

  constructor(private readonly issuerNumber: number) {}

  nextCik(): string {
    this.count += 1;
    return String(9_100_000_000 + this.issuerNumber * 1000 + this.count);
  }

  uniqueName(random: Random): { conformed: string; written: string } {
    for (;;) {
      const name = personName(random);
      if (this.names.has(name.written)) continue;
      this.names.add(name.written);
      return name;
    }
  }

  person(world: World, kind: "director" | "officer" | "owner"): Insider {
    const { random } = world;
    const name = this.uniqueName(random);
    const inRemarks = kind === "officer" && random.chance(0.06);
    return {
      cik: this.nextCik(),
      name: name.conformed,
      written: name.written,
      isDirector: kind === "director" || (kind === "officer" && random.chance(0.2)),
      isOfficer: kind === "officer",
      isTenPercentOwner: kind === "owner" || random.chance(0.04),
      isOther: false,
      officerTitle: kind === "officer" ? (inRemarks ? "See Remarks" : random.pick(OFFICERS)) : null,
      titleInRemarks: inRemarks ? LONG_TITLE : null,
      nonUs: world.issuer.foreign,
    };
  }

  fund(random: Random, numeral: string): Insider {
    const name = fundName(random, numeral);
    return { ...this.entity(name) };
  }

  entity(name: string): Insider {
    return {
      cik: this.nextCik(),
      name,
      written: name,
      isDirector: false,
      isOfficer: false,
      isTenPercentOwner: true,
      isOther: false,
      officerTitle: null,
      titleInRemarks: null,
      nonUs: false,
    };
  }
}

function filerStyle(random: Random): FilerStyle {
  return {
    wordFlags: random.chance(0.1),
    sparseFlags: random.chance(0.55),
    repeatsHoldings: random.chance(0.5),
    finalBalances: random.chance(0.03),
    attorney: random.chance(0.5) ? personName(random).written : null,
  };
}

export function newFiler(world: World, owners: Insider[], role: Filer["role"], from: Day, to: Day): Filer {
  const filer: Filer = {
    owners,
    style: filerStyle(world.random),
    from,
    to,
    lines: [],
    slots: [],
    trades: [],
    role,
    lastRow: null,
  };
  world.filers.push(filer);
  return filer;
}

/** A person with a direct line worth three to sixty million dollars, and now and then an indirect one. */
export function newInsider(world: World, people: People, from: Day, to: Day): Filer {
  const { random } = world;
  const kind = random.weighted([
    ["officer", 55],
    ["director", 40],
    ["owner", 5],
  ] as const);
  const filer = newFiler(world, [people.person(world, kind)], "insider", from, to);
  stockLine(filer, world.issuer.title, worth(world, from));
  if (random.chance(0.3)) stockLine(filer, world.issuer.title, round(worth(world, from) / 6, 0), random.pick(NATURES));
  if (world.issuer.secondTitle !== null && random.chance(0.3)) {
    stockLine(filer, world.issuer.secondTitle, round(worth(world, from) / 3, 0));
  }
  return filer;
}

function worth(world: World, day: Day): number {
  const dollars = 3e6 * Math.exp(world.random.between(0, 3));
  return Math.max(Math.round(dollars / world.prices.close(day)), 4000);
}

/** A Table I line of a filer, made when it has none like it. */
export function stockLine(
  filer: Filer,
  title: string,
  held = 0,
  nature: string | null = null,
  natureNote: string | null = null,
): Line {
  const known = filer.lines.find(
    (line) => line.table === "I" && line.title === title && line.nature === nature && line.natureNote === natureNote,
  );
  if (known !== undefined) return known;
  const di = nature === null ? "D" : "I";
  const line: Line = { table: "I", title, di, nature, natureNote, held, reported: null, moved: null, grant: null };
  filer.lines.push(line);
  return line;
}

/** A new Table II line. */
export function grantLine(filer: Filer, title: string, grant: Grant, held: number): Line {
  const line: Line = {
    table: "II",
    title,
    di: "D",
    nature: null,
    natureNote: null,
    held,
    reported: null,
    moved: null,
    grant,
  };
  filer.lines.push(line);
  return line;
}

/** The filer's own line of the issuer's main class. */
export function mainLine(world: World, filer: Filer): Line {
  return stockLine(filer, world.issuer.title);
}
