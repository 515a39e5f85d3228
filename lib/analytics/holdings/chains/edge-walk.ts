export interface Edge {
  from: number;
  to: number;
}

export interface Walk {
  /** Indexes of the edges in walking order. */
  order: number[];
  start: number;
  /** True for a round trip whose start nothing decided. */
  anyStart: boolean;
}

/**
 * The walk that uses every edge once (Hierholzer's algorithm, linear): balances are places, a row is a step from the balance
 * before to the balance after. Null when there is none. A round trip starts at `preferredStart` where that is one of its
 * places, else at the first edge. Among several ways on, the first edge given is taken first.
 */
export function walkAllEdges(edges: readonly Edge[] | null, preferredStart: number | null): Walk | null {
  const first = edges?.[0];
  if (edges === null || edges === undefined || first === undefined) return null;
  const leaving = new Map<number, number[]>();
  const surplus = new Map<number, number>();
  for (const [index, { from, to }] of edges.entries()) {
    const list = leaving.get(from);
    if (list === undefined) leaving.set(from, [index]);
    else list.push(index);
    surplus.set(from, (surplus.get(from) ?? 0) + 1);
    surplus.set(to, (surplus.get(to) ?? 0) - 1);
  }
  const uneven = [...surplus].filter(([, difference]) => difference !== 0);
  if (uneven.length > 2 || uneven.some(([, difference]) => Math.abs(difference) > 1)) return null;
  const openStart = uneven.find(([, difference]) => difference === 1)?.[0];
  const preferred = preferredStart !== null && leaving.has(preferredStart) ? preferredStart : null;
  const start = openStart ?? preferred ?? first.from;
  const order = hierholzer(edges, leaving, start);
  if (order.length !== edges.length) return null;
  return { order, start, anyStart: openStart === undefined && preferred === null };
}

function hierholzer(edges: readonly Edge[], leaving: ReadonlyMap<number, readonly number[]>, start: number): number[] {
  const used = new Map<number, number>();
  const stack: { place: number; by: number | null }[] = [{ place: start, by: null }];
  const walked: number[] = [];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const taken = used.get(top.place) ?? 0;
    const next = leaving.get(top.place)?.[taken];
    const edge = next === undefined ? undefined : edges[next];
    if (next === undefined || edge === undefined) {
      stack.pop();
      if (top.by !== null) walked.push(top.by);
    } else {
      used.set(top.place, taken + 1);
      stack.push({ place: edge.to, by: next });
    }
  }
  return walked.reverse();
}
