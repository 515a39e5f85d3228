import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const shared = {
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  oxc: { jsx: { runtime: "automatic" as const } },
};

/** Far from New York and from UTC: a date that leans on the machine's zone shows at once. */
const env = { TZ: "Asia/Kathmandu", INSIDER_HOME: root.replace(/\/$/, "") };

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: "pure",
          include: ["tests/{unit,architecture,components,corpus}/**/*.test.{ts,tsx}"],
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "stored",
          include: ["tests/{store,services,api,cli}/**/*.test.ts"],
          globalSetup: ["tests/support/postgres-server.ts"],
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
