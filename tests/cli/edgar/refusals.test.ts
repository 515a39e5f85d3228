import { afterEach, describe, expect, it, vi } from "vitest";
import { main } from "@/lib/cli/main";
import { AGENT } from "../../support/edgar";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Runs the command line in this process. Returns its exit code and what it wrote to standard error. */
async function run(words: readonly string[], agent: string): Promise<{ code: number; errors: string }> {
  vi.stubEnv("SEC_USER_AGENT", agent);
  vi.stubEnv("DATABASE_URL", "file:/proc/none/ledger.db");
  let errors = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    errors += String(text);
    return true;
  });
  return { code: await main(words), errors };
}

describe("the commands of the live connection", () => {
  it.each([["sync", "FERN"], ["backfill"], ["watch"]])(
    "%s does not start without a contact, and says how",
    async (...words) => {
      const { code, errors } = await run(words, "");
      expect(code).toBe(1);
      expect(errors).toMatch(
        /^insider: EDGAR is not asked without a User-Agent .*\[edgar-user-agent-missing\]\n {2}→ Set SEC_USER_AGENT=/,
      );
      expect((await run([...words, "--user-agent", "curl/8"], "")).errors).toContain(
        "[edgar-user-agent-without-contact]",
      );
    },
  );

  it.each([
    [["sync"], "nothing-to-sync"],
    [["sync", "X", "--since", "yesterday"], "date-malformed"],
    [["sync", "X", "--limit", "0"], "count-malformed"],
    [["sync", "--insider", "Ada"], "cik-malformed"],
    [["watch", "--every", "1"], "seconds-malformed"],
    [["edgar-stand-in", "--dir", "tests/fixtures/seed"], "stand-in-empty"],
    [["edgar-stand-in", "--dir", "docs", "--fault", "flood"], "fault-unknown"],
    [["edgar-stand-in", "--dir", "docs", "--port", "99999"], "port-malformed"],
  ])("refuse %j", async (words, code) => {
    const { code: exit, errors } = await run(words, AGENT);
    expect(errors).toContain(`[${code}]`);
    expect(exit).toBe(1);
  });
});
