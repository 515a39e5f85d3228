import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

function fixture(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../../fixtures/submission/${name}`, import.meta.url)), "utf8");
}

/** One fictional Form 4: its XML, and the submission around it in the two header spellings. */
export const FORM4_XML = fixture("form4.xml");
export const LABELLED = fixture("labelled.txt");
export const TAGGED = fixture("tagged.txt");

export const HEADER = {
  formType: "4",
  periodOfReport: "2024-03-07",
  issuer: {
    cik: "0009900001",
    name: "QUILLFEATHER & SONS INC",
    sic: "3950",
    formerNames: [
      { name: "QUILLFEATHER NIB WORKS INC", changedOn: "2005-11-17" },
      { name: "MARROWBY GOOSE CO", changedOn: "1998-06-30" },
    ],
  },
  owners: [
    {
      cik: "0009900002",
      name: "Thistlewood Ottoline",
      sic: null,
      formerNames: [{ name: "Bramble Ottoline", changedOn: "2011-02-04" }],
    },
  ],
};

/** PEM armour as EDGAR put around submissions until 2006: a key, a signature, and dashes escaped. */
export function pem(submission: string): string {
  return [
    "-----BEGIN PRIVACY-ENHANCED MESSAGE-----",
    "Proc-Type: 2001,MIC-CLEAR",
    "Originator-Name: webmaster@www.example.gov",
    "Originator-Key-Asymmetric:",
    " MFgwCgYEVQgBAQICAf8DSgAwRwJAW2sNKK9AVtBzYZmr6aGjlWyK3XmZv3dTINen",
    "MIC-Info: RSA-MD5,RSA,",
    " OUB2cD5TtQ11tW6ioW/BEC72bGjJkGU3snFKZrnOApFuPG1WSYpdWeFUB7+MpLQf",
    "",
    submission.replace(/^-/gm, "- -").trimEnd(),
    "-----END PRIVACY-ENHANCED MESSAGE-----",
    "",
  ].join("\n");
}
