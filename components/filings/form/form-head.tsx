import type { ReactNode } from "react";
import { InsiderLink, IssuerLink } from "@/components/parties/party-links";
import { printFiledDate } from "@/lib/format/filed";
import { flagOrNull } from "@/lib/ownership/booleans";
import type { OwnershipDocument, ReportingOwner } from "@/lib/ownership/document";
import { normaliseCik } from "@/lib/ownership/identity";

/** The boxes in the numbers of each form: Form 3 asks for the day before the issuer, Form 5 for a year. */
const HEADS = {
  "3": { issuer: 3, day: "2. Date of Event Requiring Statement", relation: 4, original: 5 },
  "4": { issuer: 2, day: "3. Date of Earliest Transaction", relation: 5, original: 4 },
  "5": { issuer: 2, day: "3. Statement for Issuer’s Fiscal Year Ended", relation: 5, original: 4 },
};

/** Boxes 1 to 6 of the form: who reports, of which issuer, when, and in what relationship. */
export function FormHead({ document }: { document: OwnershipDocument }) {
  const { issuer } = document;
  const cik = normaliseCik(issuer.issuerCik);
  const form = document.documentType?.charAt(0);
  const head = HEADS[form === "3" || form === "5" ? form : "4"];
  const day = (
    <Box title={head.day}>{document.periodOfReport === null ? "" : printFiledDate(document.periodOfReport)}</Box>
  );
  return (
    <div className="grid border-t border-rule-strong text-sm md:grid-cols-[1.3fr_1fr_1.1fr] md:border-b">
      <Box
        title={document.reportingOwners.length > 1 ? "1. Reporting Persons" : "1. Name and Address of Reporting Person"}
        className="md:border-b-0"
      >
        {document.reportingOwners.map((owner) => (
          <OwnerAddress key={`${owner.rptOwnerCik}-${owner.rptOwnerName}`} owner={owner} />
        ))}
      </Box>
      <div className="md:border-l md:border-rule md:pl-3">
        {form === "3" ? day : null}
        <Box title={`${head.issuer}. Issuer Name and Ticker or Trading Symbol`}>
          {cik === null ? (
            issuer.issuerName
          ) : (
            <IssuerLink issuer={{ cik, name: issuer.issuerName, symbol: issuer.issuerTradingSymbol }} />
          )}{" "}
          {issuer.issuerTradingSymbol === null ? null : (
            <span className="font-mono">[{issuer.issuerTradingSymbol}]</span>
          )}
          {issuer.issuerForeignTradingSymbol === null ? null : (
            <span className="font-mono"> [{issuer.issuerForeignTradingSymbol}]</span>
          )}
        </Box>
        {form === "3" ? null : day}
        <Box title={`${head.original}. If Amendment, Date of Original Filed`}>
          {document.dateOfOriginalSubmission === null ? "" : printFiledDate(document.dateOfOriginalSubmission)}
        </Box>
      </div>
      <Box
        title={`${head.relation}. Relationship of Reporting Person(s) to Issuer`}
        className="md:border-l md:border-rule md:pl-3"
      >
        {document.reportingOwners.map((owner) => (
          <Relationship
            key={`${owner.rptOwnerCik}-${owner.rptOwnerName}`}
            owner={owner}
            isNamed={document.reportingOwners.length > 1}
          />
        ))}
      </Box>
    </div>
  );
}

function Box({ title, className = "", children }: { title: string; className?: string; children: ReactNode }) {
  return (
    <div className={`min-h-12 border-b border-rule py-1.5 pr-4 last:md:border-b-0 ${className}`}>
      <p className="text-xs text-ink-3">{title}</p>
      <div>{children}</div>
    </div>
  );
}

function OwnerAddress({ owner }: { owner: ReportingOwner }) {
  const cik = normaliseCik(owner.rptOwnerCik);
  const town = [owner.rptOwnerCity, owner.rptOwnerState, owner.rptOwnerZipCode]
    .filter((part) => part !== null)
    .join(" ");
  const lines = [
    owner.rptOwnerStreet1,
    owner.rptOwnerStreet2,
    town,
    owner.rptOwnerStateDescription,
    owner.rptOwnerCountry,
  ];
  return (
    <address className="mb-1 not-italic">
      <span className="font-medium">
        {cik === null ? owner.rptOwnerName : <InsiderLink insider={{ cik, name: owner.rptOwnerName }} />}
      </span>
      {lines
        .filter((line) => line !== null && line !== "")
        .map((line) => (
          <span key={line} className="block text-ink-2">
            {line}
          </span>
        ))}
    </address>
  );
}

const RELATIONS = [
  { flag: "isDirector", label: "Director" },
  { flag: "isTenPercentOwner", label: "10% Owner" },
  { flag: "isOfficer", label: "Officer" },
  { flag: "isOther", label: "Other" },
] as const;

function Relationship({ owner, isNamed }: { owner: ReportingOwner; isNamed: boolean }) {
  return (
    <div className="mb-1">
      {isNamed ? <p className="text-ink-2">{owner.rptOwnerName}</p> : null}
      <ul className="grid grid-cols-2 gap-x-4">
        {RELATIONS.map(({ flag, label }) => (
          <li key={flag}>
            <Tick checked={flagOrNull(owner[flag])} /> {label}
          </li>
        ))}
      </ul>
      {owner.officerTitle === null ? null : <p className="font-medium">{owner.officerTitle}</p>}
      {owner.otherText === null ? null : <p className="font-medium">{owner.otherText}</p>}
    </div>
  );
}

/** A box of the form: ticked, empty, or not answered at all, which is not the same. */
export function Tick({ checked }: { checked: boolean | null }) {
  const words = checked === null ? "not answered" : checked ? "checked" : "not checked";
  return (
    <span role="img" aria-label={words} title={words} className={checked === true ? "" : "text-ink-3"}>
      {checked === null ? "–" : checked ? "☒" : "☐"}
    </span>
  );
}
