import { fetchDataUrl } from "@/lib/queries/fetch-data-url";

/** The page's own typeface as a rule that carries its file, since a picture may load nothing; empty where it is not found. */
export async function fontRule(): Promise<string> {
  const family = getComputedStyle(document.body).fontFamily.split(",")[0]?.replaceAll('"', "").trim() ?? "";
  const address = fontAddress(family);
  if (address === null) return "";
  const file = await fetchDataUrl(address);
  return file === null ? "" : `@font-face{font-family:Geist;src:url(${file}) format("woff2");font-weight:100 900}`;
}

function fontAddress(family: string): string | null {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const name = rule.style.getPropertyValue("font-family").replaceAll('"', "").trim();
      const source = /url\("?([^")]+\.woff2[^")]*)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
      if (name === family && source !== undefined) return new URL(source, sheet.href ?? location.href).href;
    }
  }
  return null;
}
