import { defineConfig, devices } from "@playwright/test";
import { systemChromium } from "./scripts/chromium.mjs";

const port = Number(process.env.E2E_PORT ?? 3917);
const chromium = systemChromium();

/** The built application over a database that the tests fill themselves; nothing leaves the machine. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results/browser",
  // One picture for every machine: the drawings compared hold no letters.
  snapshotPathTemplate: "{testDir}/pictures/{arg}{ext}",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: "Asia/Kathmandu",
    locale: "en-US",
    trace: "retain-on-failure",
    launchOptions: {
      ...(chromium === null ? {} : { executablePath: chromium }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    {
      name: "desktop",
      testIgnore: /phone\.spec\.ts/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 } },
    },
    {
      name: "phone",
      testMatch: /phone\.spec\.ts/,
      use: { ...devices["Desktop Chrome"], viewport: { width: 390, height: 844 } },
    },
  ],
  webServer: {
    command: `node tests/support/serve-e2e.mjs ${port}`,
    url: `http://127.0.0.1:${port}/api/v1/market`,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: "ignore",
    stderr: "pipe",
  },
});
