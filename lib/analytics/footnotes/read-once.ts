const MOST = 2_000;
const LONGEST = 5_000;

/**
 * A reading that remembers the texts it has read: filers use the same words for years, so an issuer's thousands of filings hold
 * a few hundred different notes. Bounded: full, it starts anew; a very long text is read each time. `read` must be pure, and
 * what it gives must not be changed.
 */
export function readOnce<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { reading: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.reading;
    const reading = read(text);
    if (text.length <= LONGEST) {
      if (known.size >= MOST) known.clear();
      known.set(text, { reading });
    }
    return reading;
  };
}
