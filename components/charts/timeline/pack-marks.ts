import type { TimelineMark } from "./timeline-mark";

type Cell = number | boolean | null;

/** Marks as a page carries them to the browser: every text once, each mark as a list of numbers. */
export interface PackedMarks {
  texts: string[];
  /** A mark's cells, in the one order that both functions know; a text is its place in `texts`. */
  cells: Cell[][];
}

/** Marks without the names of their fields and without saying a name, a date or a filing twice. */
export function packMarks(marks: readonly TimelineMark[]): PackedMarks {
  const texts = new Map<string, number>();
  const text = (words: string | null | undefined): number | null => {
    if (words === null || words === undefined) return null;
    const known = texts.get(words);
    if (known !== undefined) return known;
    texts.set(words, texts.size);
    return texts.size - 1;
  };
  const cells = marks.map((mark) => {
    const [filingId = "", anchor = ""] = mark.id.split("#");
    return [
      text(filingId),
      text(anchor),
      text(mark.date),
      text(mark.code),
      text(mark.class),
      mark.planned,
      text(mark.planBasis),
      mark.shares,
      mark.price,
      mark.value,
      mark.band?.low ?? null,
      mark.band?.high ?? null,
      text(mark.who),
      mark.isDerivative,
      text(mark.flag),
      text(mark.episodeId),
      mark.count ?? null,
      text(mark.until),
    ];
  });
  return { texts: [...texts.keys()], cells };
}

export function unpackMarks({ texts, cells }: PackedMarks): TimelineMark[] {
  const text = (cell: Cell | undefined): string | null => (typeof cell === "number" ? (texts[cell] ?? null) : null);
  const number = (cell: Cell | undefined): number | null => (typeof cell === "number" ? cell : null);
  const flag = (cell: Cell | undefined): boolean | null => (typeof cell === "boolean" ? cell : null);
  return cells.map((cell) => {
    const [low, high] = [number(cell[10]), number(cell[11])];
    const [count, until] = [number(cell[16]), text(cell[17])];
    return {
      id: `${text(cell[0])}#${text(cell[1])}`,
      date: text(cell[2]) ?? "",
      code: text(cell[3]),
      class: text(cell[4]) as TimelineMark["class"],
      planned: flag(cell[5]),
      planBasis: text(cell[6]) as TimelineMark["planBasis"],
      shares: number(cell[7]),
      price: number(cell[8]),
      value: number(cell[9]),
      band: low === null || high === null ? null : { low, high },
      who: text(cell[12]) ?? "",
      isDerivative: flag(cell[13]) ?? false,
      flag: text(cell[14]),
      episodeId: text(cell[15]),
      ...(count === null ? {} : { count }),
      ...(until === null ? {} : { until }),
    };
  });
}
