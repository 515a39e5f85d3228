import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { IdentityOptions } from "@/lib/sources/identity/identity-options";

const FOLDER = fileURLToPath(new URL("../fixtures/seed", import.meta.url));

/** The Form 4 of Bruce K. Posey at Qualys, 10 December 2018, as text and as XML. */
export const SEED_TEXT = join(FOLDER, "qualys-posey-form4.md");
export const SEED_XML = join(FOLDER, "qualys-posey-form4.xml");

export const SEED_IDENTITY: IdentityOptions = { issuerCik: "1107843", ownerCiks: ["1254781"] };

/** The id that both sources give the filing: no accession is known for it. */
export const seedText = (): string => readFileSync(SEED_TEXT, "utf8");
export const seedXml = (): string => readFileSync(SEED_XML, "utf8");
