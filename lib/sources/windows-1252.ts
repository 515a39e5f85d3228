const SINGLE_BYTES = new TextDecoder("latin1");

/** Bytes 80 to 9F in Windows-1252; the five that it leaves open stay control characters. */
const BYTES_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Node 20's own decoder reads Windows-1252 as pure ISO-8859-1: its quotes and dashes would become control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const text = SINGLE_BYTES.decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => BYTES_80_TO_9F[char.charCodeAt(0) - 0x80] ?? char);
}
