/** What the font holds of Latin letters and of the signs that the pages write (a test draws each of them). */
const IN_FONT =
  /[\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{113}\u{116}-\u{12B}\u{12E}-\u{137}\u{139}-\u{13E}\u{141}-\u{148}\u{14A}-\u{14D}\u{150}-\u{17E}\u{2013}\u{2014}\u{2018}-\u{201A}\u{201C}-\u{201E}\u{2022}\u{2026}\u{20AC}\u{2122}\u{2212}\u{2248}]/u;

/**
 * Text that a picture can hold: a letter that the font lacks loses its accent, or becomes “?”. The renderer would fetch a
 * font for it from the network, which the web process never does. Cut where it is too long.
 */
export function drawable(text: string, most: number): string {
  const whole = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const plain = [...whole].map(drawn).join("");
  return plain.length <= most ? plain : `${plain.slice(0, most - 1).trimEnd()}…`;
}

function drawn(letter: string): string {
  if (IN_FONT.test(letter)) return letter;
  const [base = "?"] = letter.normalize("NFKD");
  return IN_FONT.test(base) ? base : "?";
}

/** What XML 1.0 can't hold or advises against: control characters, lone surrogates, and two that are no characters. */
const NOT_XML = /[^\t\n\r\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text that a feed or an SVG can hold: a filing in plain text may have what would make all of it unreadable. */
export function inXml(text: string): string {
  return text.replace(NOT_XML, "\uFFFD");
}
