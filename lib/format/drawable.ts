/** Latin letters and the signs that the pages write: all of them are in the font (a test draws each). */
const IN_FONT =
  /[^\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{17F}\u{2013}\u{2014}\u{2018}-\u{201A}\u{201C}-\u{201E}\u{2022}\u{2026}\u{20AC}\u{2122}\u{2212}\u{2248}]/gu;

/**
 * Text that a picture can hold: what the font lacks becomes “?”. The renderer would fetch a font for it from the network,
 * which the web process never does. Cut where it is too long.
 */
export function drawable(text: string, most: number): string {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").replace(IN_FONT, "?").trim();
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}
