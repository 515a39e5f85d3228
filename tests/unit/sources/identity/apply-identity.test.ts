import { describe, expect, it } from "vitest";
import { errorRecord } from "@/lib/errors";
import { emptyDocument, emptyOwner, type OwnershipDocument } from "@/lib/ownership/document";
import { applyIdentity, type IdentitySources } from "@/lib/sources/identity/apply-identity";
import { requireIdentity } from "@/lib/sources/identity/require-identity";

const A = "0000000001-18-000001";
const B = "0000000002-18-000002";
const C = "0000000003-18-000003";
const D = "0000000004-18-000004";

function document(issuerCik: string | null, owners: Record<string, string | null>): OwnershipDocument {
  const empty = emptyDocument();
  return {
    ...empty,
    issuer: { ...empty.issuer, issuerName: "NORTHERN PUMPS CORP", issuerCik },
    reportingOwners: Object.entries(owners).map(([rptOwnerName, rptOwnerCik]) => ({
      ...emptyOwner(),
      rptOwnerName,
      rptOwnerCik,
    })),
  };
}

function outcome(run: () => unknown) {
  try {
    run();
  } catch (error) {
    const { code, message, advice } = errorRecord(error);
    return { code, message, advice };
  }
  return null;
}

const named = document(null, { "DOE JANE": null });
const stated = document("0000000100", { "DOE JANE": "0000000200" });
const two = document("100", { "DOE JANE": null, "DOE FAMILY TRUST": null });

describe("applying identity", () => {
  it("fills the CIKs that a text lacks, and nothing else", () => {
    const { document: filled, warnings } = applyIdentity(named, { options: { issuerCik: "100", ownerCiks: ["200"] } });
    expect(filled).toEqual(document("100", { "DOE JANE": "200" }));
    expect(warnings).toEqual([]);
    expect(named.issuer.issuerCik).toBe(null);
  });

  it("takes the sidecar where no option is given", () => {
    const sources: IdentitySources = {
      options: { issuerCik: "101" },
      sidecar: { issuerCik: "100", ownerCiks: ["200"], filed: "2018-12-12" },
    };
    const { document: filled } = applyIdentity(named, sources);
    expect(filled.issuer.issuerCik).toBe("101");
    expect(filled.reportingOwners[0]?.rptOwnerCik).toBe("200");
    expect(filled.filingDate).toBe("2018-12-12");
  });

  it("leaves the document's own CIKs as filed when the option says the same", () => {
    const { document: same } = applyIdentity(stated, { options: { issuerCik: "100", ownerCiks: ["200"] } });
    expect(same).toEqual(stated);
  });

  it("takes the accession number from option, header, sidecar, path, in this order", () => {
    const own = { ...named, accession: B };
    const all: IdentitySources = { options: { accession: A }, sidecar: { accession: C }, file: `x/${D}/form.md` };
    const { options, ...noOption } = all;
    expect(applyIdentity(own, all).document.accession).toBe(A);
    expect(applyIdentity(own, noOption).document.accession).toBe(B);
    expect(applyIdentity(named, noOption).document.accession).toBe(C);
    expect(applyIdentity(named, { file: `x/${D}/form.md` }).document.accession).toBe(D);
    expect(applyIdentity(named, { file: "000000000418000004.md" }).document.accession).toBe(D);
    expect(applyIdentity(named, { file: "x/form.md" }).document.accession).toBe(null);
    expect(options).toEqual({ accession: A });
  });

  it("warns when an option overrides what the header says", () => {
    const own = { ...named, accession: B, filingDate: "2018-12-11" };
    const { document: changed, warnings } = applyIdentity(own, { options: { accession: A, filed: "2018-12-12" } });
    expect([changed.accession, changed.filingDate]).toEqual([A, "2018-12-12"]);
    expect(warnings).toEqual([
      {
        code: "identity-overridden",
        message: `The option says ${A}, the document ${B}; the option counts.`,
        path: "ownershipDocument/accession",
      },
      {
        code: "identity-overridden",
        message: "The option says 2018-12-12, the document 2018-12-11; the option counts.",
        path: "ownershipDocument/filingDate",
      },
    ]);
  });

  it("refuses a CIK that contradicts the document's, naming both", () => {
    expect(outcome(() => applyIdentity(stated, { options: { issuerCik: "101" } }))).toMatchObject({
      code: "identity-conflict",
      message: "The document gives the issuer NORTHERN PUMPS CORP the CIK 0000000100, the option or sidecar 101.",
    });
    expect(outcome(() => applyIdentity(stated, { sidecar: { ownerCiks: ["201"] } }))).toMatchObject({
      code: "identity-conflict",
      message: "The document gives the reporting owner DOE JANE the CIK 0000000200, the option or sidecar 201.",
    });
  });

  it("gives owner CIKs in the order of the form", () => {
    const { document: filled } = applyIdentity(two, { options: { ownerCiks: ["200", "300"] } });
    expect(filled.reportingOwners.map((owner) => owner.rptOwnerCik)).toEqual(["200", "300"]);
    const half = document("100", { "DOE JANE": "200", "DOE FAMILY TRUST": null });
    const { document: rest } = applyIdentity(half, { options: { ownerCiks: ["300"] } });
    expect(rest.reportingOwners.map((owner) => owner.rptOwnerCik)).toEqual(["200", "300"]);
  });

  it("never guesses whose a CIK is when the numbers differ", () => {
    expect(outcome(() => applyIdentity(two, { options: { ownerCiks: ["200"] } }))).toEqual({
      code: "identity-missing",
      message: "1 owner CIK can't be matched to 2 reporting owners (DOE JANE, DOE FAMILY TRUST).",
      advice: "Give --owner-cik once for each reporting owner, in the order of the form.",
    });
  });

  it("accepts some of the CIKs that a document states itself, and refuses a stranger's", () => {
    const both = document("100", { "DOE JANE": "200", "DOE FAMILY TRUST": "300" });
    expect(applyIdentity(both, { options: { ownerCiks: ["300"] } }).document).toEqual(both);
    expect(outcome(() => applyIdentity(both, { options: { ownerCiks: ["400"] } }))?.code).toBe("identity-conflict");
  });
});

describe("requiring identity", () => {
  it("asks neither for an accession number nor for a filing date", () => {
    expect(outcome(() => requireIdentity(stated))).toBe(null);
  });

  it("names each option that is missing, and whose CIK it is", () => {
    expect(outcome(() => requireIdentity(named))).toEqual({
      code: "identity-missing",
      message:
        "Its identity is incomplete. Missing: the CIK of the issuer NORTHERN PUMPS CORP (--issuer-cik); the CIK of the reporting owner DOE JANE (--owner-cik).",
      advice:
        "Add --issuer-cik <CIK> --owner-cik <CIK>, or put them into a file beside it named <file>.identity.json. EDGAR's company search lists CIKs by name.",
    });
  });

  it("says how many of the owners lack theirs", () => {
    const half = document("100", { "DOE JANE": "200", "DOE FAMILY TRUST": null, "ROE RICHARD": null });
    expect(outcome(() => requireIdentity(half))?.message).toBe(
      "Its identity is incomplete. Missing: the CIK of the reporting owners, 2 of 3: DOE FAMILY TRUST, ROE RICHARD (--owner-cik, once for each, in this order).",
    );
  });

  it("refuses a form without a reporting owner", () => {
    expect(outcome(() => requireIdentity(document("100", {})))).toMatchObject({
      code: "identity-missing",
      message: "The form names no reporting owner.",
    });
  });
});
