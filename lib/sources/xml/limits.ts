/**
 * What one ownership document may weigh. Real ones stay far below: 30 rows a table, 99 footnotes of 1,000 characters,
 * under 300 kB and six elements deep. Beyond these the input is refused, never read in part.
 */
export const MAX_XML_BYTES = 32 * 1024 * 1024;

/** Open elements at one time. */
export const MAX_XML_DEPTH = 64;

/** Elements in all. A filing of 60 rows and 99 footnotes has some 3,000. */
export const MAX_XML_ELEMENTS = 500_000;

/** Warnings listed one by one; the rest are counted in a last warning. */
export const MAX_XML_WARNINGS = 1_000;

/** Characters of a misplaced or unknown text that a warning repeats; the rest is counted in the message. */
export const MAX_WARNING_TEXT = 2_000;

/** Characters of an element's name that messages repeat. */
export const MAX_NAME = 100;
