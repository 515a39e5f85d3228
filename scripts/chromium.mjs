// Finds a Chromium for the browser tests: the system's own, else one that Playwright installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Path of a system Chromium, or null. CHROMIUM_PATH names one outright. */
export function systemChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** Makes sure that there is a browser: the system's, else Playwright's download. Says what to do where neither works. */
export function ensureChromium(root) {
  if (systemChromium() !== null) return true;
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  process.stdout.write("No Chromium found on this system: asking Playwright to install one …\n");
  const installed = spawnSync(process.execPath, [playwright, "install", "chromium"], { cwd: root, stdio: "inherit" });
  if (installed.status === 0) return true;
  process.stderr.write(
    "The browser tests need Chromium, and it could not be downloaded. Install it by your system's package manager\n" +
      "(Debian: apt-get install chromium), or set CHROMIUM_PATH to one, and run `npm test` again.\n",
  );
  return false;
}
