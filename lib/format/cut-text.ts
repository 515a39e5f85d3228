/** The first letters of a text, `most` UTF-16 units of them: never half of a letter, which no address and no header can hold. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return cut.length < text.length ? cut.replace(/[\uD800-\uDBFF]$/, "") : cut;
}

/** What a file said, for one line of a terminal: cut, and signs that would steer the terminal or turn the line replaced. */
export function plainWords(text: string, most: number): string {
  return cutText(text.replaceAll(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu, "\uFFFD"), most);
}
