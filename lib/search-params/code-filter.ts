const CODE = /^[A-Z]$/;

/** `?code=S,M`: the rows of an issuer or insider by transaction code; empty = all. */
export const CODE_FILTER = "code";

type Given = string | readonly string[] | null | undefined;

const partsOf = (text: Given) => [text ?? []].flat().flatMap((part) => part.split(","));

/** `S,M` → ["S", "M"]: single letters, each once, in the order given; anything else in the text is left out. */
export function readCodes(text: Given): string[] {
  return [...new Set(partsOf(text).map((part) => part.toUpperCase()))].filter((code) => CODE.test(code));
}

/** The filter after a code's chip is pressed: in where it was out, out where it was in. */
export function toggleCode(codes: readonly string[], code: string): string[] {
  return codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code];
}

/** What of a `?code=` was not read as a code, so that the page can say so; empty when all was. */
export function unreadCodes(text: Given): string[] {
  return partsOf(text).filter((part) => part.trim() !== "" && !CODE.test(part.toUpperCase()));
}
