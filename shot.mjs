import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox","--disable-gpu"] });
const shots = process.argv.slice(2);
for (const s of shots) {
  const [path, name, width, scheme, full] = s.split("|");
  const p = await b.newPage({ viewport: { width: Number(width), height: 1000 }, colorScheme: scheme });
  await p.goto("http://127.0.0.1:4123" + path); await p.waitForTimeout(1200);
  await p.screenshot({ path: `/tmp/scr-${name}.png`, fullPage: full === "full" });
  await p.close();
}
await b.close();
