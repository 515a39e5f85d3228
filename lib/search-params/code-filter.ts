import { createLoader, createParser } from "nuqs/server";

const CODE = /^[A-Z]$/;

/** `S,M` → ["S", "M"]: single letters, each once, in the order given; anything else in the text is left out. */
const parseAsCodes = createParser({
  parse: (text: string) => [
    ...new Set(
      text
        .toUpperCase()
        .split(",")
        .filter((code) => CODE.test(code)),
    ),
  ],
  serialize: (codes: string[]) => codes.join(","),
  eq: (a: string[], b: string[]) => a.join() === b.join(),
});

/** `?code=S,M`: the rows of an issuer or insider by transaction code; empty = all. */
export const codeFilter = { code: parseAsCodes.withDefault([]) };

export const loadCodeFilter = createLoader(codeFilter);

/** The filter after a code's chip is pressed: in where it was out, out where it was in. */
export function toggleCode(codes: readonly string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
}

/** What of a `?code=` was not read as a code, so that the page can say so; empty when all was. */
export function unreadCodes(text: string | string[] | undefined): string[] {
  const parts = [text ?? []].flat().flatMap((part) => part.split(","));
  return parts.filter((part) => part.trim() !== "" && !CODE.test(part.toUpperCase()));
}
