import { recentAnswers } from "./recent-answers";

/**
 * What was read or reckoned under a key lately. The key names what is asked for, and holds the data version, so that an ingest
 * makes it new; each kind of answer begins its keys with a word of its own. Each answer holds at most 10,000 narrow rows, or
 * what they add up to.
 */
export const sampleCache = recentAnswers(24);
