import { hashText } from "@/lib/services/ingest/prepare-source";
import { bundled } from "@/lib/services/workers/bundle";

let known: string | null = null;

/**
 * The mark of the rules by which this program derives: a hash of all code that stored results go through, comments and
 * layout aside. It changes with every change of a rule, whether somebody thinks of it or not; at times also with one that
 * leaves all results as they are, and then `insider db refresh` finds nothing to write.
 */
export function derivingRules(): string {
  known ??= hashText(bundled("lib/services/refresh/derive-issuer.ts", { minify: true }));
  return known;
}
