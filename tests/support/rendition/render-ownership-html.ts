import type { OwnershipDocument, ReportingOwner } from "@/lib/ownership/document";
import { escaped, printedDate } from "./markup";
import { renderTables } from "./render-tables";

/** How renditions of different years differ. */
export interface RenditionStyle {
  /** `cells`: titles in a row of four cells; `spans`: in one cell with a span each (until about 2023). */
  titles?: "cells" | "spans";
  /** Whether the Rule 10b5-1 box is printed (since April 2023). */
  planBox?: boolean;
  /** Whether empty remarks are printed under their heading: the element is there, and empty. */
  emptyRemarks?: boolean;
  /** The address that a browser notes on saving. */
  savedFrom?: string;
}

const OMB: Record<string, [number: string, hours: string]> = {
  "3": ["3235-0104", "0.5"],
  "4": ["3235-0287", "0.5"],
  "5": ["3235-0362", "1.0"],
};
const NAMES: Record<string, string> = {
  "3": "INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES",
  "4": "STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
  "5": "ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP",
};

const data = (text: string | null) => `<span class="FormData">${escaped(text ?? "")}</span>`;
const caption = (text: string) => `<td width="33%" class="MedSmallFormText">(${text})</td>`;
const isSet = (flag: string | null) => flag === "1" || flag === "true";
const tick = (flag: string | null) => (isSet(flag) ? data("X") : "");
const RULE = '<hr width="98%">';

/**
 * A document as the SEC's stylesheet prints it, modelled on saved pages; a test checks it against every real one.
 * What the form does not print (schema version, swaps of no kind, the roles of further owners) is not there.
 */
export function renderOwnershipHtml(document: OwnershipDocument, style: RenditionStyle = {}): string {
  const type = document.documentType ?? "4";
  const form = type.charAt(0);
  const saved = style.savedFrom === undefined ? "" : `<!-- saved from url=(0086)${style.savedFrom} -->\n`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN" "http://www.w3.org/TR/html4/loose.dtd">
${saved}<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
<title>SEC FORM 
            ${type}</title>
</head>
<body>SEC Form ${type} 
   ${headTable(document, type, form, style)}
${partiesTable(document, form, style)}
${renderTables(document, form)}
${document.reportingOwners.length > 1 ? `${jointTable(document.reportingOwners)}\n` : ""}${explanations(document, style)}
${signatures(document, form)}
</body>
</html>
`;
}

function headTable(document: OwnershipDocument, type: string, form: string, style: RenditionStyle): string {
  const sentences: [string | null, string][] = [];
  if (form !== "3") {
    const text = `Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. \n         <i>See</i>\n\n         Instruction 1(b).`;
    sentences.push([document.notSubjectToSection16, text]);
  }
  if (form === "5") sentences.push([document.form3HoldingsReported, "Form 3 Holdings Reported."]);
  if (form === "5") sentences.push([document.form4TransactionsReported, "Form 4 Transactions Reported."]);
  if (form !== "3" && style.planBox === true) {
    const text =
      "Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See Instruction 10. ";
    sentences.push([document.aff10b5One, text]);
  }
  const span = form === "3" ? 1 : form === "5" ? 4 : 2;
  const [number = "", hours = ""] = OMB[form] ?? [];
  const boxes = sentences.map(
    ([flag, text]) => `<tr valign="middle">
<td><table width="100%" border="1" cellpadding="0" cellspacing="0"><tr><td>${isSet(flag) ? data("X") : "\u00a0\u00a0"}</td></tr></table></td>
<td class="SmallFormText">${text}</td>
</tr>`,
  );
  return `<table width="100%" border="0" cellspacing="0" cellpadding="4"><tr>
<td width="20%" colspan="2" valign="top" align="center" class="FormName">FORM ${type}</td>
<td rowspan="${span}" width="60%" valign="middle" align="center">
<span class="FormTitle">UNITED STATES SECURITIES AND EXCHANGE COMMISSION</span><br><span class="MedSmallFormText">Washington, D.C. 20549</span><br><br><span class="FormTitle">${NAMES[form]}</span><br><br><span class="MedSmallFormText">Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934</span><br><span class="MedSmallFormText">or Section 30(h) of the Investment Company Act of 1940</span>
</td>
<td rowspan="${span}" width="20%" valign="top" align="center"><table width="100%" border="1" summary="OMB Approval Status Box">
<tr><td class="FormTextC">OMB APPROVAL</td></tr>
<tr><td><table width="100%" border="0" summary="OMB Interior Box">
<tr>
<td class="SmallFormText" colspan="3">OMB Number:</td>
<td class="SmallFormTextR">${number}</td>
</tr>
<tr><td class="SmallFormText" colspan="4">Estimated average burden</td></tr>
<tr>
<td class="SmallFormText" colspan="3">hours per response:</td>
<td class="SmallFormTextR">${hours}</td>
</tr>
</table></td></tr>
</table></td>
</tr>
${boxes.join("\n")}</table>`;
}

function ownerCell(owner: ReportingOwner): string {
  const line = (text: string | null) => `<tr><td>${data(text)}</td></tr>`;
  const town = (text: string | null) => `<td width="33%">${data(text)}</td>`;
  return `
<span class="MedSmallFormText">1. Name and Address of Reporting Person<sup>*</sup></span><table border="0" width="100%"><tr><td><a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=${owner.rptOwnerCik}">${escaped(owner.rptOwnerName ?? "")}</a></td></tr></table>
${RULE}
<table border="0" width="100%"><tr>
${["Last", "First", "Middle"].map(caption).join("\n")}
</tr></table>
<table border="0" width="100%">
${line(owner.rptOwnerStreet1)}
${line(owner.rptOwnerStreet2)}
</table>
${RULE}
<span class="MedSmallFormText">(Street)</span><table border="0" width="100%"><tr>
${[owner.rptOwnerCity, owner.rptOwnerState, owner.rptOwnerZipCode].map(town).join("\n")}
</tr></table>
${RULE}
<table border="0" width="100%"><tr>
${["City", "State", "Zip"].map(caption).join("\n")}
</tr></table>
</td>`;
}

function jointTable(owners: readonly ReportingOwner[]): string {
  const rows = owners.map((owner) => `<tr><td valign="top">${ownerCell(owner)}</tr>`);
  return `<table width="40%" border="1" cellspacing="0" cellpadding="4">\n${rows.join("\n")}\n</table>`;
}

function relationship(owner: ReportingOwner, n: number, style: RenditionStyle): string {
  const { officerTitle, otherText } = owner;
  const blue = (text: string | null) => `<td width="35%" align="left" style="color: blue">${escaped(text ?? "")}</td>`;
  const titles =
    style.titles === "spans"
      ? `<tr><td colspan="4" align="center">${[officerTitle, otherText].map(data).join("")}</td></tr>`
      : `<tr>\n<td width="15%" align="center"></td>\n${blue(officerTitle)}\n<td width="15%" align="center"></td>\n${blue(otherText)}\n</tr>`;
  return `
<span class="MedSmallFormText">${n}. Relationship of Reporting Person(s) to Issuer
      </span><br><span class="MedSmallFormText">(Check all applicable)</span><table border="0" width="100%">
<tr>
<td width="15%" align="center">${tick(owner.isDirector)}</td>
<td width="35%" class="MedSmallFormText">Director</td>
<td width="15%" align="center">${tick(owner.isTenPercentOwner)}</td>
<td width="35%" class="MedSmallFormText">10% Owner</td>
</tr>
<tr>
<td align="center">${tick(owner.isOfficer)}</td>
<td class="MedSmallFormText">Officer (give title below)</td>
<td align="center">${tick(owner.isOther)}</td>
<td class="MedSmallFormText">Other (specify below)</td>
</tr>
${titles}
</table>
</td>`;
}

function dateBox(label: string, date: string | null): string {
  const printed = date === null ? "" : data(printedDate(date));
  return `\n<span class="MedSmallFormText">${label}\n         (Month/Day/Year)</span><br>${printed}\n</td>`;
}

function joint(several: boolean): string {
  const box = (on: boolean) => `<td width="15%" align="center">${on ? data("X") : ""}</td>`;
  return `
<span class="MedSmallFormText">6. Individual or Joint/Group Filing (Check Applicable Line)
      </span><table border="0" width="100%">
<tr>
${box(!several)}
<td width="85%" class="MedSmallFormText">Form filed by One Reporting Person</td>
</tr>
<tr>
${box(several)}
<td width="85%" class="MedSmallFormText">Form filed by More than One Reporting Person</td>
</tr>
</table>
</td>`;
}

function issuerBox(document: OwnershipDocument, n: number): string {
  const { issuerCik, issuerName, issuerTradingSymbol } = document.issuer;
  return `
<span class="MedSmallFormText">${n}. Issuer Name <b>and</b> Ticker or Trading Symbol
      </span><br><a href="/cgi-bin/browse-edgar?action=getcompany&amp;CIK=${issuerCik}">${escaped(issuerName ?? "")}</a>
     [ ${data(issuerTradingSymbol)} ]
   </td>`;
}

function partiesTable(document: OwnershipDocument, form: string, style: RenditionStyle): string {
  const [owner] = document.reportingOwners;
  if (owner === undefined) throw new Error("A rendition needs an owner.");
  const several = document.reportingOwners.length > 1;
  const original = dateBox(
    `${form === "3" ? 5 : 4}. If Amendment, Date of Original Filed`,
    document.dateOfOriginalSubmission,
  );
  if (form === "3") {
    return `<table width="100%" border="1" cellspacing="0" cellpadding="4">
<tr>
<td rowspan="3" width="30%" valign="top">${ownerCell(owner)}
<td rowspan="3" width="15%" valign="top">${dateBox("2. Date of Event Requiring Statement", document.periodOfReport)}
<td valign="top" colspan="2">${issuerBox(document, 3)}
</tr>
<tr>
<td rowspan="2" width="30%" valign="top">${relationship(owner, 4, style)}
<td valign="top">${original}
</tr>
<tr><td valign="top">${joint(several)}</tr>
</table>`;
  }
  const period = form === "4" ? "3. Date of Earliest Transaction" : "3. Statement for Issuer's Fiscal Year Ended";
  return `<table width="100%" border="1" cellspacing="0" cellpadding="4">
<tr>
<td rowspan="${style.planBox === true ? 4 : 3}" width="35%" valign="top">${ownerCell(owner)}
<td width="35%" valign="top">${issuerBox(document, 2)}
<td rowspan="2" valign="top">${relationship(owner, 5, style)}
</tr>
<tr><td valign="top">${dateBox(period, document.periodOfReport)}</tr>
<tr>
<td valign="top">${original}
<td valign="top">${joint(several)}
</tr>
</table>`;
}

function explanations({ footnotes, remarks, noSecuritiesOwned }: OwnershipDocument, style: RenditionStyle): string {
  const rows = footnotes.map(
    ({ id, text }) => `<tr><td class="FootnoteData">${id.replace(/^F/, "")}. ${escaped(text)}</td></tr>`,
  );
  if (isSet(noSecuritiesOwned))
    rows.push('<tr><td class="MedSmallFormText"><b>No securities are beneficially owned.</b></td></tr>');
  if (remarks !== null || style.emptyRemarks === true)
    rows.push(
      '<tr><td class="FormText"><b>Remarks:</b></td></tr>',
      `<tr><td class="FootnoteData">${escaped(remarks ?? "")}</td></tr>`,
    );
  return `<table border="0" width="100%">
${['<tr><td class="MedSmallFormText"><b>Explanation of Responses:</b></td></tr>', ...rows].join("\n")}
</table>`;
}

function signatures(document: OwnershipDocument, form: string): string {
  const small = (text: string) => `<tr><td colspan="3" class="MedSmallFormText">${text}</td></tr>`;
  const see = "\n                  <i>see</i>\n\n                  ";
  const signed = document.signatures.map(
    ({ signatureName, signatureDate }) => `<tr>
<td width="60%"></td>
<td width="20%"><u>${data(signatureName)}</u></td>
<td width="20%"><u>${data(signatureDate === null ? null : printedDate(signatureDate))}</u></td>
</tr>`,
  );
  return `<table width="100%" border="0">
${signed.join("\n")}
<tr>
<td></td>
<td class="MedSmallFormText">** Signature of Reporting Person</td>
<td class="MedSmallFormText">Date</td>
</tr>
${small("Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.")}
${small(`* If the form is filed by more than one reporting person, ${see}Instruction \n                  ${form === "3" ? 5 : 4}\n\n                  (b)(v).`)}
${small(`** Intentional misstatements or omissions of facts constitute Federal Criminal Violations \n                  <i>See</i>\n\n                  18 U.S.C. 1001 and 15 U.S.C. 78ff(a).`)}
${small(`Note: File three copies of this Form, one of which must be manually signed. If space is insufficient, ${see}Instruction 6 for procedure.`)}
${small("<b>Persons who respond to the collection of information contained in this form are not required to respond unless the form displays a currently valid OMB Number.</b>")}
</table>`;
}
