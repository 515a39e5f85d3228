import { markShape } from "../glyphs/plan-shape";
import { sumOf } from "./bin-marks";
import { letterOf, type TimelineMark } from "./timeline-mark";

/** Rows of the lane below the plot; of more letters, the rarest share the last row. */
const MOST_ROWS = 6;

/** What stands before the row that several letters share. */
const SHARED = "…";

/** Other codes of one day and letter are one tick with their sum: drawn over each other nobody could count them. */
export function joinLetters(marks: readonly TimelineMark[]): TimelineMark[] {
  const days = new Map<string, TimelineMark[]>();
  for (const mark of marks) {
    const key = markShape(mark) === "letter" ? `${mark.date} ${mark.until ?? ""} ${letterOf(mark)}` : mark.id;
    const day = days.get(key);
    if (day === undefined) days.set(key, [mark]);
    else day.push(mark);
  }
  return [...days.values()].map((day) => {
    const episodes = new Set(day.map((mark) => mark.episodeId));
    return { ...sumOf(day), episodeId: episodes.size === 1 ? (day[0]?.episodeId ?? null) : null };
  });
}

/** The letters of the lane's rows, from the top; what is flagged stands last. */
export function laneLetters(marks: readonly TimelineMark[]): string[] {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    if (markShape(mark) === "letter") counts.set(letterOf(mark), (counts.get(letterOf(mark)) ?? 0) + (mark.count ?? 1));
  }
  const letters = [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1)).map(([letter]) => letter);
  if (letters.length <= MOST_ROWS) return inOrder(letters);
  return [...inOrder(letters.slice(0, MOST_ROWS - 1)), SHARED];
}

/** The row that a mark's tick stands in. */
export function laneRow(letters: readonly string[], mark: TimelineMark): number {
  const row = letters.indexOf(letterOf(mark));
  return row === -1 ? letters.length - 1 : row;
}

function inOrder(letters: readonly string[]): string[] {
  const isFlag = (letter: string) => (letter === "!" ? 1 : 0);
  return [...letters].sort((a, b) => isFlag(a) - isFlag(b) || (a < b ? -1 : 1));
}
