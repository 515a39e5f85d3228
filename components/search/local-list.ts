/** A place that the reader was at: kept in the browser, sent nowhere. */
export interface Kept {
  href: string;
  title: string;
  /** A second word: what kind of place it is. */
  detail: string;
  /** The newest filing that the list showed when it was looked at (UTC); null where that says nothing. */
  seen: string | null;
}

/** A short list in the browser's storage, the latest first. */
export interface LocalList {
  read: () => readonly Kept[];
  remember: (place: Kept) => void;
  forget: (href: string) => void;
  subscribe: (listener: () => void) => () => void;
}

const NOTHING: readonly Kept[] = [];

/** The same on the server, where nothing is kept. */
export const nothingKept = () => NOTHING;

function localList(name: string, most: number): LocalList {
  const key = `insider-ledger:${name}`;
  let known: { text: string | null; places: readonly Kept[] } = { text: null, places: NOTHING };
  const listeners = new Set<() => void>();
  const read = () => {
    const text = stored(key);
    if (text !== known.text) known = { text, places: placesOf(text) };
    return known.places;
  };
  const write = (places: readonly Kept[]) => {
    try {
      window.localStorage.setItem(key, JSON.stringify(places.slice(0, most)));
    } catch {
      // A browser that keeps nothing still shows the page.
    }
    for (const listener of listeners) listener();
  };
  return {
    read,
    remember: (place) => write([place, ...read().filter(({ href }) => href !== place.href)]),
    forget: (gone) => write(read().filter(({ href }) => href !== gone)),
    subscribe: (listener) => {
      listeners.add(listener);
      window.addEventListener("storage", listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener("storage", listener);
      };
    },
  };
}

function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** What is stored may be anybody's: only whole entries that lead to our own pages count. */
function placesOf(text: string | null): readonly Kept[] {
  try {
    const given: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(given) ? given.filter(isKept) : NOTHING;
  } catch {
    return NOTHING;
  }
}

function isKept(one: unknown): one is Kept {
  if (typeof one !== "object" || one === null) return false;
  const { href, title, detail, seen } = one as Partial<Record<keyof Kept, unknown>>;
  const isOwn = typeof href === "string" && /^\/(?![/\\])/.test(href);
  return (
    isOwn && typeof title === "string" && typeof detail === "string" && (seen === null || typeof seen === "string")
  );
}

/** Pages of issuers, insiders and filings that were looked at. */
export const recentViews = localList("views", 8);

/** Watch lists that were looked at. */
export const recentLists = localList("lists", 12);
