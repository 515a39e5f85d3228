import type { Random } from "@/lib/sample/random";
import type { Mutation } from "./byte-mutations";
import { NOTE_STRETCHES, ODD_DATES, ODD_NAMES, ODD_NUMBERS, ODD_TEXTS } from "./odd-words";

interface Found {
  start: number;
  end: number;
  text: string;
}

/** One of the pattern's matches, sought from a random place on. */
function someMatch(text: string, pattern: RegExp, random: Random): Found | null {
  const from = random.int(0, text.length);
  pattern.lastIndex = from;
  let match = pattern.exec(text);
  if (match === null) {
    pattern.lastIndex = 0;
    match = pattern.exec(text);
  }
  return match === null ? null : { start: match.index, end: match.index + match[0].length, text: match[0] };
}

function withMatch(pattern: RegExp, change: (found: Found, random: Random) => string): Mutation {
  return (text, random) => {
    const found = someMatch(text, pattern, random);
    return found === null ? text : text.slice(0, found.start) + change(found, random) + text.slice(found.end);
  };
}

export function oddWord(random: Random): string {
  const words = random.weighted([
    [ODD_NUMBERS, 4],
    [ODD_DATES, 3],
    [ODD_TEXTS, 3],
    [ODD_NAMES, 1],
  ]);
  return random.pick(words);
}

/** The text of one element, which stays well-formed most of the time. */
const setValue = withMatch(/>[^<>]*</g, (_, random) => `>${oddWord(random)}<`);

const setFootnote = withMatch(/(?<=<footnote\b[^>]{0,80}>)[^<]*/g, (_, random) =>
  random.pick(NOTE_STRETCHES).repeat(random.int(1, random.chance(0.05) ? 2_000 : 40)),
);

const setAttribute = withMatch(/="[^"]*"/g, (_, random) => `="${oddWord(random)}"`);

const renameTag = withMatch(/<\/?[\w:.-]+/g, ({ text }, random) => `${/^<\/?/.exec(text)}${random.pick(ODD_NAMES)}`);

/** Both tags of an element get another name. */
const renameElement: Mutation = (text, random) => {
  const name = someMatch(text, /(?<=<)[A-Za-z][\w.-]*/g, random)?.text;
  if (name === undefined) return text;
  const other = random.chance(0.5)
    ? random.pick(ODD_NAMES)
    : (someMatch(text, /(?<=<)[A-Za-z][\w.-]*/g, random)?.text ?? "x");
  return text.replaceAll(`<${name}>`, `<${other}>`).replaceAll(`</${name}>`, `</${other}>`);
};

const ELEMENT = /<([A-Za-z][\w.-]*)(?:\s[^<>]*)?>(?:(?!<\1[\s>])[\s\S]){0,3000}?<\/\1>/g;

const dropElement = withMatch(ELEMENT, () => "");

const repeatElement = withMatch(ELEMENT, ({ text }, random) => {
  const most = random.chance(0.03) ? 1_000 : 12;
  return text.repeat(Math.min(random.int(2, most), Math.ceil(400_000 / text.length)));
});

const nestElement = withMatch(ELEMENT, ({ text }, random) => {
  const depth = random.int(1, random.chance(0.1) ? 3_000 : 70);
  const name = random.pick(["value", "footnoteId", "nonDerivativeTransaction", "table", "div", "x"]);
  return `<${name}>`.repeat(depth) + text + `</${name}>`.repeat(random.chance(0.8) ? depth : depth - 1);
});

const moveElement: Mutation = (text, random) => {
  const found = someMatch(text, ELEMENT, random);
  if (found === null) return text;
  const rest = text.slice(0, found.start) + text.slice(found.end);
  const place = someMatch(rest, /<[\w/]/g, random)?.start ?? 0;
  return rest.slice(0, place) + found.text + rest.slice(place);
};

const addDoctype: Mutation = (text, random) => {
  const bomb = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  const at = random.chance(0.7) ? Math.max(0, text.indexOf("<ownershipDocument")) : random.int(0, text.length);
  return (
    text.slice(0, at) + (random.chance(0.5) ? bomb : '<!DOCTYPE o SYSTEM "http://example.invalid/x">') + text.slice(at)
  );
};

export const MARKUP_MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  setValue,
  setValue,
  setValue,
  setFootnote,
  setAttribute,
  renameTag,
  renameElement,
  dropElement,
  repeatElement,
  nestElement,
  moveElement,
  addDoctype,
];
