import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { parseIdentityOptions, type RawIdentity } from "@/lib/sources/identity/identity-options";

function refusal(raw: RawIdentity): LedgerError {
  try {
    parseIdentityOptions(raw);
  } catch (error) {
    if (error instanceof LedgerError) return error;
  }
  throw new Error("nothing was refused");
}

const ADVICE: Record<string, string> = {
  "--issuer-cik": "A CIK has 1 to 10 digits, for example 1107843.",
  "--owner-cik": "A CIK has 1 to 10 digits, for example 1107843.",
  "--accession": "An accession number looks like 0001107843-18-000123 (10, 2 and 6 digits), or is its 18 digits.",
  "--filed": "Write the filing date as YYYY-MM-DD, for example 2018-12-11.",
};

describe("identity options", () => {
  it("drops a CIK's leading zeros and takes an accession number's 18 digits", () => {
    const raw = {
      issuerCik: "0001107843",
      ownerCiks: ["0001254781", "12,34"],
      accession: "000110784318000123",
      filed: "2018-12-11",
    };
    expect(parseIdentityOptions(raw)).toEqual({
      issuerCik: "1107843",
      ownerCiks: ["1254781", "12", "34"],
      accession: "0001107843-18-000123",
      filed: "2018-12-11",
    });
  });

  it("leaves out what is not given", () => {
    expect(parseIdentityOptions({ issuerCik: undefined, ownerCiks: [] })).toEqual({});
  });

  it.each([
    [{ issuerCik: "QLYS" }, "--issuer-cik", "“QLYS” is no CIK"],
    [{ issuerCik: "12345678901" }, "--issuer-cik", "“12345678901” is no CIK"],
    [{ issuerCik: "0" }, "--issuer-cik", "“0” is no CIK"],
    [{ ownerCiks: ["1254781", ""] }, "--owner-cik", "“” is no CIK"],
    [{ accession: "0001107843-18-123" }, "--accession", "“0001107843-18-123” is no accession number"],
    [{ filed: "12/11/2018" }, "--filed", "“12/11/2018” is no day of the calendar"],
    [{ filed: "2018-02-30" }, "--filed", "“2018-02-30” is no day of the calendar"],
  ])("refuses %j", (raw, flag, words) => {
    const error = refusal(raw);
    expect(error.code).toBe("identity-invalid");
    expect(error.place.field).toBe(flag);
    expect(error.message).toBe(`${flag}: ${words}.`);
    expect(error.advice).toBe(ADVICE[flag]);
  });
});
