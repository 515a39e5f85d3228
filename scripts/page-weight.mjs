// Weighs the JavaScript of pages of a running server, gzip as transferred: `node scripts/page-weight.mjs http://127.0.0.1:3000 /issuers/1107843`.
// "first" is what the page's own HTML asks for (without the polyfills that modern browsers skip); "all" is every script
// that a browser has loaded once the whole page was scrolled through.
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { systemChromium } from "./chromium.mjs";

const [base, ...paths] = process.argv.slice(2);
if (base === undefined || paths.length === 0) {
  process.stderr.write("usage: node scripts/page-weight.mjs <server> <path>...\n");
  process.exit(2);
}

const executablePath = systemChromium() ?? undefined;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const path of paths) {
  const html = await (await fetch(new URL(path, base))).text();
  const first = scriptsOf(html);
  const all = new Set([...first, ...(await loadedScripts(new URL(path, base).href))]);
  const [firstBytes, allBytes] = [await weigh(first), await weigh([...all])];
  const text = { html: html.length, htmlGzip: gzipSync(html).length };
  console.log(
    `${path}: first ${kilo(firstBytes)} kB, all ${kilo(allBytes)} kB, HTML ${kilo(text.html)} kB (${kilo(text.htmlGzip)} kB gzip)`,
  );
}
await browser.close();

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}

/** Scripts that the HTML names, but for those with `nomodule`. */
function scriptsOf(html) {
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"[^>]*>/g)];
  const named = tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, src]) => new URL(src, base).href);
  return [...new Set(named)];
}

async function loadedScripts(href) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const scripts = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.url());
  });
  await page.goto(href, { waitUntil: "networkidle" });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < Math.min(height, 40_000); y += 700) {
    await page.evaluate((top) => window.scrollTo(0, top), y);
    await page.waitForTimeout(30);
  }
  await page.waitForLoadState("networkidle");
  await page.close();
  return scripts;
}

async function weigh(urls) {
  let bytes = 0;
  for (const url of urls) bytes += gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
  return bytes;
}
