import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "@/lib/env";

/** A page that says how a measure is made. */
export interface Method {
  /** `exercise-and-sell`. */
  name: string;
  title: string;
  /** What the measure is, in a sentence. */
  about: string | null;
  /** The page without its title, as Markdown. */
  text: string;
}

/** The folder of the pages, beside the built application. */
function folder(): string {
  return join(/*turbopackIgnore: true*/ projectFolder(), "docs", "measures");
}

/** Every page on a measure, by title. */
export function listMethods(): Method[] {
  return names()
    .map(read)
    .sort((a, b) => (a.title < b.title ? -1 : 1));
}

/** The page on one measure; null when there is none of that name. The name is never a path: it must be one of the list. */
export function getMethod(name: string): Method | null {
  return names().includes(name) ? read(name) : null;
}

function names(): string[] {
  return readdirSync(folder())
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -".md".length));
}

/** Lists show the sentence as plain text. */
const EMPHASIS = /\*+([^*]+)\*+|`([^`]+)`/g;

function read(name: string): Method {
  const [title = name, ...lines] = readFileSync(join(folder(), `${name}.md`), "utf8").split("\n");
  const text = lines.join("\n").trim();
  const about = /^What this is: (.+)$/m.exec(text)?.[1]?.replace(EMPHASIS, "$1$2") ?? null;
  return { name, title: title.replace(/^#\s+/, ""), about, text };
}
