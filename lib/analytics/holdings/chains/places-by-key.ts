/** Places by key, those of one key in ascending order: the first is at hand without asking the others. */
export class PlacesByKey<K> {
  readonly #places = new Map<K, number[]>();

  of(key: K): readonly number[] {
    return this.#places.get(key) ?? NONE;
  }

  add(key: K, place: number): void {
    const places = this.#places.get(key);
    if (places === undefined) this.#places.set(key, [place]);
    else places.splice(firstFrom(places, place), 0, place);
  }

  remove(key: K, place: number): void {
    const places = this.#places.get(key) ?? [];
    const at = firstFrom(places, place);
    if (places[at] === place) places.splice(at, 1);
  }
}

const NONE: readonly number[] = [];

function firstFrom(places: readonly number[], place: number): number {
  if (place > (places.at(-1) ?? -1)) return places.length;
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
