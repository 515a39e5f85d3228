/** Gives the answer known under a key, or asks for it; whoever asks meanwhile waits for the same one. */
export type RecentAnswers = <T>(key: string, ask: () => Promise<T>) => Promise<T>;

/**
 * The answers given lately, the one not asked for the longest being forgotten first, a failure at once. A key says all that the
 * answer depends on (store, data version, day), and no two kinds of answer share one: its type is taken at the key's word.
 */
export function recentAnswers(most: number): RecentAnswers {
  const answers = new Map<string, Promise<unknown>>();
  return <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    const known = answers.get(key);
    const answer = known ?? ask();
    answers.delete(key);
    answers.set(key, answer);
    if (known === undefined) {
      answer.catch(() => {
        if (answers.get(key) === answer) answers.delete(key);
      });
    }
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer as Promise<T>;
  };
}
