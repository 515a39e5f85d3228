import type { TimelineMark } from "@/components/charts/timeline/timeline-mark";

const BLANK: TimelineMark = {
  id: "doc-000000000000#t1-tx1",
  date: "2018-12-10",
  code: "S",
  class: "sale",
  planned: null,
  planBasis: null,
  shares: 100,
  price: 10,
  value: 1000,
  band: null,
  who: "SAMPLE PERSON",
  episodeId: null,
  isDerivative: false,
  flag: null,
};

export function mark(part: Partial<TimelineMark> = {}): TimelineMark {
  return { ...BLANK, ...part };
}

/** The four Table I rows of the seed filing. */
export const SEED_MARKS: readonly TimelineMark[] = [
  mark({ id: "seed#t1-tx1", code: "M", class: "exercise", shares: 2000, price: 37.28, value: 74_560, episodeId: "e" }),
  mark({ id: "seed#t1-tx2", shares: 782, price: 75.5351, value: 59_068.4482, band: { low: 75.3, high: 75.795 } }),
  mark({ id: "seed#t1-tx3", shares: 1018, price: 76.7832, value: 78_165.2976, band: { low: 76.56, high: 77.19 } }),
  mark({ id: "seed#t1-tx4", shares: 200, price: 77.585, value: 15_517, band: { low: 77.57, high: 77.6 } }),
].map((one) => ({ ...one, episodeId: "e", planned: true, planBasis: "row footnote" as const }));
