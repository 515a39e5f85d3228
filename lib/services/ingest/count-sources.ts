import { type Stats, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * How many documents the paths hold, for a progress bar: files below folders, sidecars and dotfiles aside. Null where only
 * reading tells: archives, data sets, standard input.
 */
export async function countSources(paths: readonly string[]): Promise<number | null> {
  let count = 0;
  for (const path of paths) {
    const stats = statOf(path);
    if (stats === null || CONTAINER.test(path)) return null;
    if (!stats.isDirectory()) count += 1;
    else {
      const inside = await countFolder(path);
      if (inside === null) return null;
      count += inside;
    }
  }
  return count;
}

const CONTAINER = /\.(zip|tar|tgz|gz|tsv)$/i;
const NO_DOCUMENT = /^\.|\.identity\.json$/;

async function countFolder(folder: string): Promise<number | null> {
  let count = 0;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    if (CONTAINER.test(entry.name)) return null;
    if (NO_DOCUMENT.test(entry.name)) continue;
    if (!entry.isDirectory()) count += 1;
    else {
      const inside = await countFolder(join(folder, entry.name));
      if (inside === null) return null;
      count += inside;
    }
  }
  return count;
}

function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
