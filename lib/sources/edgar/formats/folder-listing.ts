import { z } from "zod";
import { isCalendarDate } from "@/lib/ownership/calendar-dates";
import { parseEdgarJson, wrongContent } from "./wrong-content";

/** A file in a folder of EDGAR's archive. */
export interface ListedFile {
  name: string;
  /** As the listing says, in whatever unit; `""` where it says nothing. */
  size: string;
}

const LISTING = z.object({
  directory: z.object({
    item: z.array(z.object({ name: z.string(), size: z.union([z.string(), z.number()]).optional() })),
  }),
});

/** Reads the `index.json` of a folder: of a filing, or of a quarter's daily indexes. @throws `edgar-wrong-content` */
export function parseFolderListing(text: string, file: string): ListedFile[] {
  const read = LISTING.safeParse(parseEdgarJson(text, file));
  if (!read.success) throw wrongContent(file, `has another shape: ${z.prettifyError(read.error).split("\n")[0]}`);
  return read.data.directory.item.map(({ name, size }) => ({ name, size: String(size ?? "") }));
}

/** The days that a quarter's folder has a form index of, oldest first. */
export function listedDays(files: readonly ListedFile[]): string[] {
  const days = files.flatMap(({ name }) => {
    const match = /^form\.(\d{4})(\d{2})(\d{2})\.idx$/.exec(name);
    const day = match === null ? "" : `${match[1]}-${match[2]}-${match[3]}`;
    return isCalendarDate(day) ? [day] : [];
  });
  return [...new Set(days)].sort();
}
