/** What stands where a filing says nothing. Never 0. */
export const UNKNOWN = "—";

/** U+2212, as wide as a plus sign and a digit: columns of changes align. */
export const MINUS = "−";
