import type { ReportingOwner } from "@/lib/ownership/document";
import { normaliseBoxes, TICKED, UNTICKED } from "./boxes";
import { tidy, withoutMarks } from "./marks";

export type Relationship = Pick<
  ReportingOwner,
  "isDirector" | "isOfficer" | "isTenPercentOwner" | "isOther" | "officerTitle" | "otherText"
>;

type Flag = "isDirector" | "isTenPercentOwner" | "isOfficer" | "isOther";

const LABELS: readonly [Flag, RegExp][] = [
  ["isDirector", /\bDirector\b/i],
  ["isTenPercentOwner", /\b10\s?%\s*(?:Owner|Holder)/i],
  ["isOfficer", /\bOfficer\s*\(\s*(?:give|specify)\s+title(?:\s+below)?\s*\)?/i],
  ["isOther", /\bOther\s*\(\s*specify(?:\s+below)?\s*\)?/i],
];

const BOX = new RegExp(`[${TICKED}${UNTICKED}]`, "g");

interface Label {
  flag: Flag;
  start: number;
  end: number;
}

/**
 * The boxes under “Relationship of Reporting Person(s) to Issuer”. Pieces of the text stand on lines of their own.
 * A box stands before its label (behind it, when four boxes follow four labels). Where the print ticks at least one
 * box, the others are not ticked (`0`); where it shows no box at all, every flag is null.
 */
export function readRelationship(printed: string): Relationship {
  const text = normaliseBoxes(printed);
  const labels = findLabels(text);
  const flags = readFlags(text, labels);
  const words = freeWords(text, labels);
  const [first = null, ...more] = words;
  const toOther = flags.isOther === "1" && flags.isOfficer !== "1";
  if (toOther) return { ...flags, officerTitle: null, otherText: words.join(" ") || null };
  if (flags.isOther === "1") return { ...flags, officerTitle: first, otherText: more.join(" ") || null };
  return { ...flags, officerTitle: words.join(" ") || null, otherText: null };
}

function findLabels(text: string): Label[] {
  const labels: Label[] = [];
  for (const [flag, pattern] of LABELS) {
    const match = pattern.exec(text);
    if (match !== null) labels.push({ flag, start: match.index, end: match.index + match[0].length });
  }
  return labels.sort((a, b) => a.start - b.start);
}

function readFlags(text: string, labels: readonly Label[]): Record<Flag, string | null> {
  const boxes = [...text.matchAll(BOX)];
  const unticked = boxes.length > 0 && labels.length > 0 ? "0" : null;
  const flags: Record<Flag, string | null> = {
    isDirector: unticked,
    isTenPercentOwner: unticked,
    isOfficer: unticked,
    isOther: unticked,
  };
  const behind = boxes.length === labels.length && boxes.every((box, i) => box.index >= (labels[i]?.end ?? Infinity));
  for (const box of boxes) {
    const label = behind ? labels.findLast((one) => one.end <= box.index) : labels.find((one) => one.start > box.index);
    if (label !== undefined && box[0] === TICKED) flags[label.flag] = "1";
  }
  return flags;
}

/** The words that are neither label nor box: titles, one a line. */
function freeWords(text: string, labels: readonly Label[]): string[] {
  let rest = text;
  for (const label of [...labels].reverse()) rest = `${rest.slice(0, label.start)}\n${rest.slice(label.end)}`;
  return rest
    .replace(BOX, "\n")
    .replace(/\(?\s*Check all applicable\s*\)?/gi, "\n")
    .split("\n")
    .map((line) => tidy(withoutMarks(line)))
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
}
