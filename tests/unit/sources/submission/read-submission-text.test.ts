import { describe, expect, it } from "vitest";
import { LedgerError } from "@/lib/errors";
import { documentDifferences } from "@/lib/ownership/core";
import { readSubmissionText } from "@/lib/sources/submission/read-submission-text";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";
import { FORM4_XML, HEADER, LABELLED, pem, TAGGED } from "./submission-fixtures";

const utf8 = (text: string) => new TextEncoder().encode(text);
const form = readOwnershipXml(FORM4_XML).document;

function failure(input: string | Uint8Array): LedgerError {
  try {
    readSubmissionText(input);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error("The submission was read.");
}

function codes(input: string): string[] {
  return readSubmissionText(input).warnings.map((warning) => warning.code);
}

describe("readSubmissionText", () => {
  it("reads header and form of a full submission text", () => {
    const { document, warnings } = readSubmissionText(LABELLED);
    expect(document).toEqual({
      ...form,
      accession: "0009900003-24-000017",
      filingDate: "2024-03-08",
      acceptedAt: "2024-03-08T21:30:12.000Z",
      header: HEADER,
    });
    expect(document.issuer.issuerName).toBe("Quillfeather & Sons Inc");
    expect(document.nonDerivativeTable[0]?.transactionPricePerShare).toEqual({ value: "17.4", footnoteIds: ["F1"] });
    expect(warnings).toEqual([
      {
        code: "other-document",
        message: "Document 2 of the submission (EX-24, poa.txt, POWER OF ATTORNEY) is not the form and was not read.",
        path: `line ${LABELLED.slice(0, LABELLED.indexOf("<TYPE>EX-24")).split("\n").length - 1}`,
      },
    ]);
  });

  it.each([
    ["bytes", utf8(LABELLED)],
    ["bytes with a byte order mark", utf8(`\uFEFF${LABELLED}`)],
    ["UTF-16", new Uint8Array(Buffer.from(`\uFEFF${LABELLED}`, "utf16le"))],
    ["CRLF lines", LABELLED.replaceAll("\n", "\r\n")],
    ["PEM armour", pem(LABELLED)],
    ["PEM armour in bytes", utf8(pem(LABELLED))],
    ["an IMS envelope", LABELLED.replaceAll("SEC-DOCUMENT", "IMS-DOCUMENT").replaceAll("SEC-HEADER", "IMS-HEADER")],
    ["no <XML> tags", LABELLED.replace("<XML>\n", "").replace("</XML>\n", "")],
  ])("gives the same document from %s", (_, input) => {
    const { document } = readSubmissionText(input);
    expect(documentDifferences(document, form)).toEqual([]);
    expect(document).toMatchObject({ header: HEADER, accession: "0009900003-24-000017", filingDate: "2024-03-08" });
  });

  it("undoes PEM's dashes at the start of a line", () => {
    expect(readSubmissionText(pem(LABELLED)).document.footnotes).toEqual(form.footnotes);
    expect(form.footnotes[0]?.text).toContain("\n- at $17.45.");
  });

  it("reads the feed's tags, which have no acceptance time", () => {
    const { document } = readSubmissionText(TAGGED);
    expect(documentDifferences(document, form)).toEqual([]);
    expect(document).toMatchObject({ header: HEADER, filingDate: "2024-03-08", acceptedAt: null });
  });

  it("reads documents without a header, and the bare XML, with a warning", () => {
    for (const text of [LABELLED.slice(LABELLED.indexOf("<DOCUMENT>")).replace("</SEC-DOCUMENT>\n", ""), FORM4_XML]) {
      const { document, warnings } = readSubmissionText(text);
      expect(document).toEqual(form);
      expect(warnings.map((warning) => warning.code)).toContain("submission-header-missing");
    }
  });

  it("puts the accession of the options first", () => {
    const { document, warnings } = readSubmissionText(LABELLED, { accession: "000990000324000099" });
    expect(document.accession).toBe("0009900003-24-000099");
    expect(warnings.map((warning) => warning.code)).toContain("accession-differs");
    expect(readSubmissionText(FORM4_XML, { accession: "000990000324000099" }).document.accession).toBe(
      "0009900003-24-000099",
    );
  });

  it("decodes header and form each by itself", () => {
    const latin = LABELLED.replace("Thistlewood Ottoline\n\t\tCENTRAL", "Thistlewood Ottoliné\n\t\tCENTRAL");
    const [before = "", after = ""] = latin.split("<DOCUMENT>\n<TYPE>4");
    const mixed = Buffer.concat([
      Buffer.from(before, "latin1"),
      Buffer.from(`<DOCUMENT>\n<TYPE>4${after.replace("/s/ Ottoline", "/s/ Ottoliné")}`, "utf8"),
    ]);
    const { document } = readSubmissionText(new Uint8Array(mixed));
    expect(document.header?.owners[0]?.name).toBe("Thistlewood Ottoliné");
    expect(document.signatures[0]?.signatureName).toBe("/s/ Ottoliné Thistlewood");
  });
});

describe("header against form", () => {
  it("keeps both where they differ", () => {
    const other = LABELLED.replace("CENTRAL INDEX KEY:\t\t\t0009900002", "CENTRAL INDEX KEY:\t\t\t0009900077")
      .replace("CENTRAL INDEX KEY:\t\t\t0009900001", "CENTRAL INDEX KEY:\t\t\t0009900088")
      .replace("CONFORMED SUBMISSION TYPE:\t4", "CONFORMED SUBMISSION TYPE:\t4/A")
      .replace("CONFORMED PERIOD OF REPORT:\t20240307", "CONFORMED PERIOD OF REPORT:\t20240306");
    const { document, warnings } = readSubmissionText(other);
    expect(document.header).toMatchObject({
      formType: "4/A",
      periodOfReport: "2024-03-06",
      issuer: { cik: "0009900088" },
      owners: [{ cik: "0009900077" }],
    });
    expect(document).toMatchObject({ documentType: "4", periodOfReport: "2024-03-07" });
    expect(document.issuer.issuerCik).toBe("0009900001");
    expect(document.reportingOwners[0]?.rptOwnerCik).toBe("0009900002");
    expect(warnings.filter((warning) => warning.path === "header").map(({ code, message }) => [code, message])).toEqual(
      [
        ["header-form-type-differs", "The header says form 4/A, the document 4."],
        ["header-period-differs", "The header says period 2024-03-06, the document 2024-03-07."],
        [
          "header-issuer-differs",
          "The header's issuer is QUILLFEATHER & SONS INC (CIK 9900088), the document's Quillfeather & Sons Inc (CIK 9900001).",
        ],
        [
          "header-owner-differs",
          "Thistlewood Ottoline (CIK 9900077) is a reporting owner in the header and not in the document.",
        ],
        [
          "header-owner-differs",
          "Thistlewood Ottoline (CIK 9900002) is a reporting owner in the document and not in the header.",
        ],
      ],
    );
  });

  it("does not mind the order of the owners", () => {
    const second =
      "<reportingOwner><reportingOwnerId><rptOwnerCik>0009900005</rptOwnerCik></reportingOwnerId></reportingOwner>";
    const text = LABELLED.replace("    <reportingOwner>", `${second}\n    <reportingOwner>`).replace(
      "ISSUER:\t\t\n",
      "REPORTING-OWNER:\t\n\tOWNER DATA:\t\n\t\tCENTRAL INDEX KEY:\t9900005\nISSUER:\t\t\n",
    );
    const { document, warnings } = readSubmissionText(text);
    expect(document.header?.owners.map((owner) => owner.cik)).toEqual(["0009900002", "9900005"]);
    expect(document.reportingOwners.map((owner) => owner.rptOwnerCik)).toEqual(["0009900005", "0009900002"]);
    expect(warnings.map((warning) => warning.code)).not.toContain("header-owner-differs");
  });
});

describe("what is no whole ownership submission", () => {
  it("says that an old form has no XML, and what is there instead", () => {
    const old = LABELLED.replace(/<XML>.*<\/XML>/s, "FORM 4\n\nName of Issuer: Quillfeather");
    const error = failure(old);
    expect(error.code).toBe("submission-without-ownership-xml");
    expect(error.message).toBe(
      "The submission holds no ownership document in XML. It holds: 4 form4.xml; EX-24 poa.txt.",
    );
    expect(error.place.line).toBe(old.slice(0, old.indexOf("<DOCUMENT>")).split("\n").length);
  });

  it("says so of a lone header", () => {
    expect(failure(LABELLED.slice(0, LABELLED.indexOf("<DOCUMENT>"))).code).toBe("submission-without-ownership-xml");
    expect(failure(`<SEC-HEADER>x\n${TAGGED.slice(13, TAGGED.indexOf("<DOCUMENT>"))}`).code).toBe(
      "submission-without-ownership-xml",
    );
  });

  it.each(["", "Dear Sir,\n", "\u0000\u0001\u0002", "<html><body>Not found</body></html>"])("refuses “%s”", (text) => {
    expect(failure(text).code).toBe("not-a-submission");
  });

  it("refuses a bundle of submissions", () => {
    expect(failure(LABELLED + LABELLED).code).toBe("several-submissions");
  });

  it("refuses two forms that differ, and takes a repeated one once", () => {
    const part = LABELLED.slice(LABELLED.indexOf("<DOCUMENT>"), LABELLED.indexOf("<DOCUMENT>\n<TYPE>EX-24"));
    const same = LABELLED.replace("</SEC-DOCUMENT>", `${part}</SEC-DOCUMENT>`);
    expect(codes(same)).toEqual(["other-document", "other-document", "document-count-differs"]);
    const error = failure(LABELLED.replace("</SEC-DOCUMENT>", `${part.replace("1250", "1251")}</SEC-DOCUMENT>`));
    expect(error.code).toBe("several-ownership-documents");
  });

  it("reads a form of another type with a warning", () => {
    expect(codes(LABELLED.replace("<TYPE>4\n<SEQ", "<TYPE>XML\n<SEQ"))).toContain("document-type-unexpected");
  });

  it("says what was cut off behind the form", () => {
    const cut = LABELLED.slice(0, LABELLED.indexOf("Know all men"));
    expect(codes(cut)).toEqual(["other-document", "document-not-closed", "submission-not-closed"]);
  });

  it("counts the lines of an XML error from the start of the submission", () => {
    const broken = LABELLED.replace("</transactionShares>", "</transactionShare>");
    const error = failure(broken);
    const line = broken.slice(0, broken.indexOf("</transactionShare>")).split("\n").length;
    expect(error.place.line).toBe(line);
    expect(failure(utf8(broken)).place.line).toBe(line);
    expect(failure(FORM4_XML.replace("</transactionShares>", "</transactionShare>")).place.line).toBe(
      FORM4_XML.slice(0, FORM4_XML.indexOf("</transactionShares>")).split("\n").length,
    );
  });

  it("names the file in an error", () => {
    expect(() => readSubmissionText("Dear Sir", { file: "letter.txt" })).toThrow(
      expect.objectContaining({ code: "not-a-submission", place: { line: 1, file: "letter.txt" } }),
    );
  });

  it("fails on a form that is cut off", () => {
    const cut = LABELLED.slice(0, LABELLED.indexOf("<footnotes>"));
    expect(failure(cut).code).toBe("xml-malformed");
  });

  it("reads beside a huge exhibit in time", () => {
    const huge = LABELLED.replace("Know all men", "M<DOCUMENT'<TEXT>\n".repeat(1_000_000));
    const started = performance.now();
    expect(readSubmissionText(huge).document.accession).toBe("0009900003-24-000017");
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
