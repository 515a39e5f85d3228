import { LedgerError } from "@/lib/errors";

const HOW = 'Set SEC_USER_AGENT="Your Name or Company you@example.com", or give --user-agent.';

/**
 * The User-Agent for EDGAR. The SEC asks every program to name itself and a contact, and blocks those that don't.
 * @throws LedgerError `edgar-user-agent-missing`, `edgar-user-agent-without-contact`
 */
export function requireUserAgent(given: string | null): string {
  const agent = given?.trim() ?? "";
  if (agent === "") {
    throw new LedgerError(
      "edgar-user-agent-missing",
      "EDGAR is not asked without a User-Agent that names you: the SEC requires a contact and blocks programs without one.",
      { advice: HOW },
    );
  }
  if (!/[^\s@]+@[^\s@]+\.[^\s@.]{2,}/.test(agent) || !/^[\x20-\x7e]+$/.test(agent)) {
    throw new LedgerError(
      "edgar-user-agent-without-contact",
      `The User-Agent “${agent}” holds no e-mail address (in plain ASCII): the SEC requires a contact.`,
      { advice: HOW },
    );
  }
  return agent;
}
