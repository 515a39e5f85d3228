import { tableOfFile } from "@/lib/sources/dataset/dataset-source";

export const SIDECAR_SUFFIX = ".identity.json";

/** How many first bytes `sniffContainer` wants to see: one tar header. */
export const SNIFF_BYTES = 512;

export type NameKind = "document" | "container" | "table" | "sidecar" | "hidden" | "companion" | "unknown";

const DOCUMENT = /\.(?:xml|txt|htm|html|md|nc|sgml)$/i;
const CONTAINER = /\.(?:zip|tar|tgz|gz)$/i;
/** What the SEC packs beside the tables of a data set. */
const COMPANION = /_(?:readme|metadata)\.(?:htm|html|txt|json)$/i;

/** What a file found in a folder or archive is taken for, by its name alone. */
export function kindByName(path: string): NameKind {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  if (name.startsWith(".") || /(?:^|[\\/])__MACOSX[\\/]/.test(path)) return "hidden";
  if (name.endsWith(SIDECAR_SUFFIX)) return "sidecar";
  if (tableOfFile(name) !== null) return "table";
  if (COMPANION.test(name)) return "companion";
  if (DOCUMENT.test(name)) return "document";
  return CONTAINER.test(name) ? "container" : "unknown";
}

export type ContainerKind = "zip" | "gzip" | "tar";

/** The container that the first bytes announce, or null for anything else. */
export function sniffContainer(head: Uint8Array): ContainerKind | null {
  const [a, b, c, d] = head;
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))) return "zip";
  if (a === 0x1f && b === 0x8b) return "gzip";
  return isTarHeader(head) ? "tar" : null;
}

/** A tar header carries the sum of its own bytes, its checksum field read as blanks: true of old tars without magic too. */
function isTarHeader(head: Uint8Array): boolean {
  if (head.length < SNIFF_BYTES || head[0] === 0) return false;
  const stated = Number.parseInt(Buffer.from(head.subarray(148, 156)).toString("latin1"), 8);
  if (Number.isNaN(stated)) return false;
  let sum = 0;
  for (let i = 0; i < SNIFF_BYTES; i++) sum += i >= 148 && i < 156 ? 32 : (head[i] ?? 0);
  return stated === sum;
}

/** Why an archive's entry name is refused, or null: an entry must not point outside its archive. */
export function unsafeName(name: string): string | null {
  if (name === "" || name.includes("\0")) return "the name is empty or holds a NUL";
  if (/^[\\/]/.test(name) || /^[A-Za-z]:/.test(name)) return "the name is absolute";
  return name.split(/[\\/]/).includes("..") ? "the name leaves the archive through “..”" : null;
}

/** The reason that a `skipped` item gives for a kind, or null when the kind is left out without a word. */
export function skipReason(kind: NameKind): string | null {
  if (kind === "unknown") return "not a kind of file that holds filings; name it directly to have it tried";
  if (kind === "companion") return "documentation of a data set";
  return null;
}
