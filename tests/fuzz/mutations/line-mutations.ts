import type { Random } from "@/lib/sample/random";
import type { Mutation } from "./byte-mutations";
import { oddWord } from "./markup-mutations";
import { NOTE_STRETCHES } from "./odd-words";

/** Changes one line of the text into any number of lines. */
function onLine(change: (line: string, random: Random) => string[]): Mutation {
  return (text, random) => {
    const lines = text.split("\n");
    const at = random.int(0, lines.length - 1);
    lines.splice(at, 1, ...change(lines[at] ?? "", random));
    return lines.join("\n");
  };
}

const SEPARATORS = /[|\t]| {2,}/;

/** One cell of a line that pipes, tabs or blanks part. */
const setCell = onLine((line, random) => {
  const separator = SEPARATORS.exec(line)?.[0];
  if (separator === undefined) return [line];
  const cells = line.split(separator);
  cells[random.int(0, cells.length - 1)] = ` ${oddWord(random)} `;
  return [cells.join(separator)];
});

const dropCell = onLine((line, random) => {
  const separator = SEPARATORS.exec(line)?.[0];
  if (separator === undefined) return [line];
  const cells = line.split(separator);
  cells.splice(random.int(0, cells.length - 1), 1);
  return [cells.join(separator)];
});

const addCells = onLine((line, random) => [
  line + random.pick(["|", "\t", "  x"]).repeat(random.int(1, random.chance(0.1) ? 900 : 9)),
]);

const dropLine = onLine(() => []);

const repeatLine = onLine((line, random) => {
  const most = random.chance(0.05) ? 1_500 : 8;
  return Array.from({ length: Math.min(random.int(2, most), Math.ceil(300_000 / (line.length + 1))) }, () => line);
});

const breakLine = onLine((line, random) => {
  const at = random.int(0, line.length);
  return [line.slice(0, at), line.slice(at)];
});

const replaceLine = onLine((_, random) => [
  random.chance(0.5) ? oddWord(random) : random.pick(NOTE_STRETCHES).repeat(random.int(1, 60)),
]);

const swapLines: Mutation = (text, random) => {
  const lines = text.split("\n");
  const [a, b] = [random.int(0, lines.length - 1), random.int(0, lines.length - 1)];
  [lines[a], lines[b]] = [lines[b] ?? "", lines[a] ?? ""];
  return lines.join("\n");
};

const joinLines: Mutation = (text, random) => {
  const lines = text.split("\n");
  const at = random.int(0, lines.length - 1);
  return [...lines.slice(0, at), lines.slice(at, at + random.int(2, 6)).join(" "), ...lines.slice(at + 6)].join("\n");
};

const lineEnds: Mutation = (text, random) => text.replaceAll("\n", random.pick(["\r\n", "\r", "\n\n", " ", "\u0085"]));

export const LINE_MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  setCell,
  setCell,
  dropCell,
  addCells,
  dropLine,
  repeatLine,
  breakLine,
  replaceLine,
  swapLines,
  joinLines,
  lineEnds,
];

/** The whole text in another encoding, or under a declaration that it does not have. */
export const reencode: Mutation = (text, random) => {
  const words = Buffer.from(text, "latin1").toString("utf8");
  const wide = Buffer.from(words, "utf16le");
  return random.pick([
    () => `\u00ff\u00fe${wide.toString("latin1")}`,
    () => wide.toString("latin1"),
    () => `\u00fe\u00ff${swapped(wide).toString("latin1")}`,
    () => `\u00ef\u00bb\u00bf${text}`,
    () => `\u00ff\u00fe${text}`,
    () => Buffer.from(words, "latin1").toString("latin1"),
    () => text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="UTF-16"?>'),
    () => text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.1" encoding="ISO-8859-1" standalone="no"?>'),
    () => text.replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="x-made-up-charset"?>'),
    () => text.toUpperCase(),
    () => text.toLowerCase(),
  ])();
};

function swapped(wide: Buffer): Buffer {
  const even = Buffer.from(wide.subarray(0, wide.length - (wide.length % 2)));
  return even.swap16();
}
