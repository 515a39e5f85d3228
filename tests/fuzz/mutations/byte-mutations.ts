import type { Random } from "@/lib/sample/random";
import { ODD_TEXTS } from "./odd-words";

/** A mutation takes a text of bytes (latin1, one character a byte) and gives another. */
export type Mutation = (text: string, random: Random) => string;

const LONGEST_STRETCH = 400;

/** A place in the text and a stretch that begins there. */
function stretch(text: string, random: Random): [start: number, end: number] {
  const start = random.int(0, text.length);
  // Short stretches hit single fields, long ones whole sections.
  const most = random.chance(0.15) ? text.length : LONGEST_STRETCH;
  return [start, Math.min(text.length, start + random.int(1, most))];
}

function replaced(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

export function randomBytes(random: Random, length: number): string {
  return Buffer.from(Array.from({ length }, () => random.int(0, 255))).toString("latin1");
}

const flipBit: Mutation = (text, random) => {
  const at = random.int(0, Math.max(0, text.length - 1));
  return replaced(text, at, at + 1, String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << random.int(0, 7))));
};

const setByte: Mutation = (text, random) => {
  const at = random.int(0, Math.max(0, text.length - 1));
  return replaced(text, at, at + 1, random.pick(["\0", "\u00ff", "\u0080", "<", ">", "&", '"', "\n", "|", "\t", "9"]));
};

const insertBytes: Mutation = (text, random) => {
  const at = random.int(0, text.length);
  return replaced(text, at, at, random.chance(0.5) ? random.pick(ODD_TEXTS) : randomBytes(random, random.int(1, 24)));
};

const deleteStretch: Mutation = (text, random) => replaced(text, ...stretch(text, random), "");

const duplicateStretch: Mutation = (text, random) => {
  const [start, end] = stretch(text, random);
  return replaced(text, end, end, text.slice(start, end).repeat(random.chance(0.1) ? random.int(2, 200) : 1));
};

const moveStretch: Mutation = (text, random) => {
  const [start, end] = stretch(text, random);
  const rest = replaced(text, start, end, "");
  const at = random.int(0, rest.length);
  return replaced(rest, at, at, text.slice(start, end));
};

const truncate: Mutation = (text, random) => {
  const at = random.int(0, text.length);
  return random.chance(0.8) ? text.slice(0, at) : text.slice(at);
};

const randomStretch: Mutation = (text, random) => {
  const [start, end] = stretch(text, random);
  return replaced(text, start, end, randomBytes(random, Math.min(end - start, LONGEST_STRETCH)));
};

export const BYTE_MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  flipBit,
  setByte,
  insertBytes,
  deleteStretch,
  duplicateStretch,
  moveStretch,
  truncate,
  randomStretch,
];

/** The beginning of one file and the end of another. */
export function splice(one: string, other: string, random: Random): string {
  return one.slice(0, random.int(0, one.length)) + other.slice(random.int(0, other.length));
}
