// Everything that must hold, in one command: types, lint, unit and architecture, store on both databases, API, command line, browser.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./build.mjs";
import { ensureChromium } from "./chromium.mjs";
import { root, setUp } from "./setup.mjs";

const RESULTS = join(root, "test-results");
const bin = (name, path) => join(root, "node_modules", name, path);
const totals = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

setUp();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

step("types", () => node(bin("next", "dist/bin/next"), "typegen") && node(bin("typescript", "bin/tsc"), "--noEmit"));
step("lint and format", () => node(bin("@biomejs/biome", "bin/biome"), "check", "--error-on-warnings", "."));
suite("unit, architecture, corpus", "vitest-pure.json", (out) => vitest("pure", out));
suite("store, services, API, command line", "vitest-stored.json", (out) => vitest("stored", out));
if (ensureChromium(root)) {
  ensureBuild();
  suite("browser", "playwright.json", (out) => playwright(out));
} else broken.push("browser (no Chromium)");

const { passed, failed, skipped } = totals;
if (broken.length > 0) process.stdout.write(`\nNot in order: ${broken.join(", ")}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`);
process.exit(broken.length > 0 || failed > 0 || passed === 0 ? 1 : 0);

function step(name, work) {
  process.stdout.write(`\n── ${name}\n`);
  const started = Date.now();
  const ok = work();
  process.stdout.write(`${ok ? "✓" : "✗"} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  if (!ok) broken.push(name);
  return ok;
}

/** A step that leaves its counts in a file. */
function suite(name, file, work) {
  const out = join(RESULTS, file);
  step(name, () => work(out));
  try {
    const counts = readCounts(JSON.parse(readFileSync(out, "utf8")));
    for (const key of Object.keys(totals)) totals[key] += counts[key];
  } catch {
    broken.push(`${name} (no result)`);
  }
}

function readCounts(result) {
  if (result.stats !== undefined) {
    const { expected, unexpected, flaky, skipped } = result.stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
}

function node(...args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", INSIDER_HOME: root };
  return spawnSync(process.execPath, args, { cwd: root, stdio: "inherit", env }).status === 0;
}

function vitest(project, out) {
  return node(
    bin("vitest", "vitest.mjs"),
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${out}`,
  );
}

function playwright(out) {
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = out;
  return node(bin("@playwright/test", "cli.js"), "test", "--reporter=list,json");
}
