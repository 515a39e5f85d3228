import type { ReadResult, Warning } from "@/lib/ownership/document";
import { readOwnershipXml } from "@/lib/sources/xml/read-ownership-xml";

/** The smallest filing without warnings: fictional issuer and owner. */
export const HEAD = `<documentType>4</documentType><periodOfReport>2024-03-05</periodOfReport>
<issuer><issuerCik>0009990001</issuerCik><issuerName>Nimbus Kettle Works</issuerName><issuerTradingSymbol>NKWX</issuerTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>0009990002</rptOwnerCik><rptOwnerName>Ferncastle Odo</rptOwnerName></reportingOwnerId></reportingOwner>`;

/** A whole document with `body` after the head. */
export function xml(body: string, head = HEAD): string {
  return `<?xml version="1.0"?>\n<ownershipDocument>${head}${body}</ownershipDocument>`;
}

/** Table I with one transaction of these contents. */
export function transaction(contents: string): string {
  return `<nonDerivativeTable><nonDerivativeTransaction>${contents}</nonDerivativeTransaction></nonDerivativeTable>`;
}

export function read(body: string, head = HEAD): ReadResult {
  return readOwnershipXml(xml(body, head));
}

/** The warnings as `code path` lines, for comparing. */
export function codes(warnings: readonly Warning[]): string[] {
  return warnings.map((warning) => `${warning.code} ${warning.path}`);
}
