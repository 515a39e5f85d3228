import { mixSeed, Random } from "@/lib/sample/random";
import type { Corpus, Format, FuzzInput } from "../corpus";
import { BYTE_MUTATIONS, type Mutation, splice } from "./byte-mutations";
import { LINE_MUTATIONS, reencode } from "./line-mutations";
import { MARKUP_MUTATIONS } from "./markup-mutations";

/** What is mutated most is what arrives most. */
const WEIGHTS: Readonly<Record<Format, number>> = {
  xml: 40,
  submission: 15,
  html: 12,
  text: 15,
  dataset: 10,
  containers: 8,
};

/** Mutated inputs stay below this; what larger ones do is tested one by one (tests/unit/sources/hostile). */
const MOST_BYTES = 2_000_000;

/** The n-th input of a run: the same seed, number, corpus and choice of formats give the same bytes. */
export function mutatedInput(corpus: Corpus, formats: readonly Format[], seed: number, n: number): FuzzInput {
  const random = new Random(mixSeed(seed, n));
  const format = chosen(formats, random);
  const inputs = corpus[format];
  const input = inputs[random.int(0, inputs.length - 1)];
  if (input === undefined) throw new Error(`The corpus has no ${format}.`);
  const parts = new Map(input.parts);
  const rounds = random.chance(0.3) ? random.int(2, 8) : 1;
  for (let i = 0; i < rounds; i++) {
    const names = [...parts.keys()];
    const name = names[random.int(0, names.length - 1)] ?? "";
    if (parts.size > 1 && random.chance(0.03)) parts.delete(name);
    else parts.set(name, mutated(parts.get(name) ?? Buffer.alloc(0), format, corpus, random));
  }
  return { ...input, parts };
}

function chosen(formats: readonly Format[], random: Random): Format {
  const [first = "xml", ...others] = formats;
  return random.weighted([[first, WEIGHTS[first]], ...others.map((one) => [one, WEIGHTS[one]] as const)]);
}

function mutated(bytes: Buffer, format: Format, corpus: Corpus, random: Random): Buffer {
  const text = bytes.toString("latin1");
  const changed = random.chance(0.06)
    ? spliced(text, format, corpus, random)
    : mutationFor(format, random)(text, random);
  return Buffer.from(changed.slice(0, MOST_BYTES), "latin1");
}

function mutationFor(format: Format, random: Random): Mutation {
  if (format === "containers") return random.pick(BYTE_MUTATIONS);
  const markup = format === "text" || format === "dataset" ? 1 : 6;
  return random.weighted<() => Mutation>([
    [() => random.pick(BYTE_MUTATIONS), 4],
    [() => random.pick(MARKUP_MUTATIONS), markup],
    [() => random.pick(LINE_MUTATIONS), 7 - markup],
    [() => reencode, 0.4],
  ])();
}

/** With another file, of the same form most of the time. */
function spliced(text: string, format: Format, corpus: Corpus, random: Random): string {
  const others = corpus[random.chance(0.7) ? format : random.pick<Format>(["xml", "submission", "html", "text"])];
  const other = others[random.int(0, others.length - 1)];
  const bytes = other === undefined ? undefined : [...other.parts.values()][0];
  return splice(text, bytes?.toString("latin1") ?? "", random);
}
