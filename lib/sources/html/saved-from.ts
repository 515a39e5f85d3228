import { accessionInPath } from "@/lib/ownership/identity";

/** The address that a browser notes in a page it saves: `<!-- saved from url=(0086)https://… -->`; null when none is noted. */
export function savedFrom(html: string): string | null {
  return /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/.exec(html.slice(0, 10_000))?.[1] ?? null;
}

/** The accession in an address of EDGAR's archive (`…/data/<CIK>/<18 digits>/xslF345X03/…`), or null. */
export function accessionInUrl(url: string): string | null {
  const path = /^https?:\/\/(?:www\.)?sec\.gov\/Archives\/edgar\/data\/(.*)$/i.exec(url.trim())?.[1];
  return path === undefined ? null : accessionInPath(path);
}
