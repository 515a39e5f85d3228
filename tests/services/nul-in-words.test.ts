import { describe, expect, it } from "vitest";
import { getFiling } from "@/lib/services/get-filing";
import { resolveIssuer } from "@/lib/services/parties/resolve-issuer";
import { searchLedger } from "@/lib/services/parties/search-ledger";
import { dialects } from "@/tests/support/databases";

describe.each(dialects())("a NUL in an address, in $name", (dialect) => {
  it("names nothing, and is no failure", async () => {
    const database = await dialect.create();
    const store = await database.open();
    expect((await searchLedger(store, "QL\0YS")).hits).toEqual([]);
    expect(await resolveIssuer(store, "QL\0YS")).toBeNull();
    expect(await getFiling(store, "\0", null)).toBeNull();
    await database.drop();
  });
});
