import { Readable } from "node:stream";
import type { DatasetItem, DatasetSource, TableName } from "@/lib/sources/dataset/dataset-source";
import { type ReadDatasetOptions, readDataset } from "@/lib/sources/dataset/read-dataset";

/** The headers as the SEC writes them, its misspelling included. */
export const HEADERS: Readonly<Record<TableName, string>> = {
  SUBMISSION:
    "ACCESSION_NUMBER FILING_DATE PERIOD_OF_REPORT DATE_OF_ORIG_SUB NO_SECURITIES_OWNED NOT_SUBJECT_SEC16 FORM3_HOLDINGS_REPORTED FORM4_TRANS_REPORTED DOCUMENT_TYPE ISSUERCIK ISSUERNAME ISSUERTRADINGSYMBOL REMARKS AFF10B5ONE",
  REPORTINGOWNER:
    "ACCESSION_NUMBER RPTOWNERCIK RPTOWNERNAME RPTOWNER_RELATIONSHIP RPTOWNER_TITLE RPTOWNER_TXT RPTOWNER_STREET1 RPTOWNER_STREET2 RPTOWNER_CITY RPTOWNER_STATE RPTOWNER_ZIPCODE RPTOWNER_STATE_DESC FILE_NUMBER",
  NONDERIV_TRANS:
    "ACCESSION_NUMBER NONDERIV_TRANS_SK SECURITY_TITLE SECURITY_TITLE_FN TRANS_DATE TRANS_DATE_FN DEEMED_EXECUTION_DATE DEEMED_EXECUTION_DATE_FN TRANS_FORM_TYPE TRANS_CODE EQUITY_SWAP_INVOLVED EQUITY_SWAP_TRANS_CD_FN TRANS_TIMELINESS TRANS_TIMELINESS_FN TRANS_SHARES TRANS_SHARES_FN TRANS_PRICEPERSHARE TRANS_PRICEPERSHARE_FN TRANS_ACQUIRED_DISP_CD TRANS_ACQUIRED_DISP_CD_FN SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN VALU_OWND_FOLWNG_TRANS VALU_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP DIRECT_INDIRECT_OWNERSHIP_FN NATURE_OF_OWNERSHIP NATURE_OF_OWNERSHIP_FN",
  NONDERIV_HOLDING:
    "ACCESSION_NUMBER NONDERIV_HOLDING_SK SECURITY_TITLE SECURITY_TITLE_FN TRANS_FORM_TYPE TRANS_FORM_TYPE_FN SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN VALU_OWND_FOLWNG_TRANS VALU_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP DIRECT_INDIRECT_OWNERSHIP_FN NATURE_OF_OWNERSHIP NATURE_OF_OWNERSHIP_FN",
  DERIV_TRANS:
    "ACCESSION_NUMBER DERIV_TRANS_SK SECURITY_TITLE SECURITY_TITLE_FN CONV_EXERCISE_PRICE CONV_EXERCISE_PRICE_FN TRANS_DATE TRANS_DATE_FN DEEMED_EXECUTION_DATE DEEMED_EXECUTION_DATE_FN TRANS_FORM_TYPE TRANS_CODE EQUITY_SWAP_INVOLVED EQUITY_SWAP_TRANS_CD_FN TRANS_TIMELINESS TRANS_TIMELINESS_FN TRANS_SHARES TRANS_SHARES_FN TRANS_TOTAL_VALUE TRANS_TOTAL_VALUE_FN TRANS_PRICEPERSHARE TRANS_PRICEPERSHARE_FN TRANS_ACQUIRED_DISP_CD TRANS_ACQUIRED_DISP_CD_FN EXCERCISE_DATE EXCERCISE_DATE_FN EXPIRATION_DATE EXPIRATION_DATE_FN UNDLYNG_SEC_TITLE UNDLYNG_SEC_TITLE_FN UNDLYNG_SEC_SHARES UNDLYNG_SEC_SHARES_FN UNDLYNG_SEC_VALUE UNDLYNG_SEC_VALUE_FN SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN VALU_OWND_FOLWNG_TRANS VALU_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP DIRECT_INDIRECT_OWNERSHIP_FN NATURE_OF_OWNERSHIP NATURE_OF_OWNERSHIP_FN",
  DERIV_HOLDING:
    "ACCESSION_NUMBER DERIV_HOLDING_SK SECURITY_TITLE SECURITY_TITLE_FN CONV_EXERCISE_PRICE CONV_EXERCISE_PRICE_FN TRANS_FORM_TYPE TRANS_FORM_TYPE_FN EXERCISE_DATE EXERCISE_DATE_FN EXPIRATION_DATE EXPIRATION_DATE_FN UNDLYNG_SEC_TITLE UNDLYNG_SEC_TITLE_FN UNDLYNG_SEC_SHARES UNDLYNG_SEC_SHARES_FN UNDLYNG_SEC_VALUE UNDLYNG_SEC_VALUE_FN SHRS_OWND_FOLWNG_TRANS SHRS_OWND_FOLWNG_TRANS_FN VALU_OWND_FOLWNG_TRANS VALU_OWND_FOLWNG_TRANS_FN DIRECT_INDIRECT_OWNERSHIP DIRECT_INDIRECT_OWNERSHIP_FN NATURE_OF_OWNERSHIP NATURE_OF_OWNERSHIP_FN",
  FOOTNOTES: "ACCESSION_NUMBER FOOTNOTE_ID FOOTNOTE_TXT",
  OWNER_SIGNATURE: "ACCESSION_NUMBER OWNERSIGNATURENAME OWNERSIGNATUREDATE",
};

/** A row as its fields by column; columns that are left out are empty. */
export type Row = Readonly<Record<string, string>>;
export type Tables = Partial<Record<TableName, Row[]>>;

export const LAMP = "0009990001-24-000001";
export const KITE = "0009990001-24-000002";

/** Two filings of fictional people: every table, keys out of order, notes on many fields. */
export function fictionalQuarter(): Required<Tables> {
  return {
    SUBMISSION: [
      {
        ACCESSION_NUMBER: KITE,
        FILING_DATE: "30-SEP-2024",
        PERIOD_OF_REPORT: "29-FEB-2024",
        DATE_OF_ORIG_SUB: "05-MAR-2024",
        DOCUMENT_TYPE: "4/A",
        ISSUERCIK: "0009990022",
        ISSUERNAME: "Paper Kite Holdings",
        ISSUERTRADINGSYMBOL: "KITE",
      },
      {
        ACCESSION_NUMBER: LAMP,
        FILING_DATE: "03-JUL-2024",
        PERIOD_OF_REPORT: "01-JUL-2024",
        NOT_SUBJECT_SEC16: "false",
        DOCUMENT_TYPE: "4",
        ISSUERCIK: "0009990011",
        ISSUERNAME: "Brass Lamp Works, Inc.",
        ISSUERTRADINGSYMBOL: "LAMP",
        REMARKS: 'The "Lamp" plan\nof\t2023.',
        AFF10B5ONE: "1",
      },
    ],
    REPORTINGOWNER: [
      {
        ACCESSION_NUMBER: LAMP,
        RPTOWNERCIK: "0009990101",
        RPTOWNERNAME: "Wick Tallow",
        RPTOWNER_RELATIONSHIP: "Director,Officer",
        RPTOWNER_TITLE: "Chief Lamplighter",
        RPTOWNER_STREET1: "1 Glow Street",
        RPTOWNER_CITY: "LUMEN",
        RPTOWNER_STATE: "CA",
        RPTOWNER_ZIPCODE: "90000",
        FILE_NUMBER: "001-99999",
      },
      {
        ACCESSION_NUMBER: KITE,
        RPTOWNERCIK: "0009990102",
        RPTOWNERNAME: "Gale String",
        RPTOWNER_RELATIONSHIP: "TenPercentOwner,Other",
        RPTOWNER_TXT: "Member of a group",
      },
    ],
    NONDERIV_TRANS: [
      {
        ACCESSION_NUMBER: LAMP,
        NONDERIV_TRANS_SK: "1002",
        SECURITY_TITLE: "Common Stock",
        TRANS_DATE: "01-JUL-2024",
        TRANS_FORM_TYPE: "4",
        TRANS_CODE: "S",
        EQUITY_SWAP_INVOLVED: "0",
        EQUITY_SWAP_TRANS_CD_FN: "F2",
        TRANS_SHARES: "1000.0",
        TRANS_PRICEPERSHARE: "37.28",
        TRANS_PRICEPERSHARE_FN: "F1, F3",
        TRANS_ACQUIRED_DISP_CD: "D",
        SHRS_OWND_FOLWNG_TRANS: "500.0",
        DIRECT_INDIRECT_OWNERSHIP: "D",
      },
      {
        ACCESSION_NUMBER: LAMP,
        NONDERIV_TRANS_SK: "999",
        SECURITY_TITLE: "Common Stock",
        TRANS_DATE: "01-JUL-2024",
        TRANS_FORM_TYPE: "4",
        TRANS_CODE: "M",
        EQUITY_SWAP_INVOLVED: "0",
        TRANS_SHARES: "1000.5",
        TRANS_PRICEPERSHARE: "0.0",
        TRANS_ACQUIRED_DISP_CD: "A",
        SHRS_OWND_FOLWNG_TRANS: "1500.0",
        DIRECT_INDIRECT_OWNERSHIP: "D",
      },
    ],
    NONDERIV_HOLDING: [
      {
        ACCESSION_NUMBER: LAMP,
        NONDERIV_HOLDING_SK: "51",
        SECURITY_TITLE: 'Class B "Super" Common',
        TRANS_FORM_TYPE: "5",
        TRANS_FORM_TYPE_FN: "F2",
        VALU_OWND_FOLWNG_TRANS: "250000.0",
        DIRECT_INDIRECT_OWNERSHIP: "I",
        NATURE_OF_OWNERSHIP: "By trust",
        NATURE_OF_OWNERSHIP_FN: "F2,F3",
      },
    ],
    DERIV_TRANS: [
      {
        ACCESSION_NUMBER: LAMP,
        DERIV_TRANS_SK: "7",
        SECURITY_TITLE: "Option",
        CONV_EXERCISE_PRICE: "4.0",
        TRANS_DATE: "01-JUL-2024",
        TRANS_FORM_TYPE: "4",
        TRANS_CODE: "M",
        EQUITY_SWAP_INVOLVED: "false",
        TRANS_TIMELINESS: "E",
        TRANS_SHARES: "1000.0",
        TRANS_ACQUIRED_DISP_CD: "D",
        EXCERCISE_DATE_FN: "F3",
        EXPIRATION_DATE: "29-JUL-2029",
        UNDLYNG_SEC_TITLE: "Common Stock",
        UNDLYNG_SEC_SHARES: "1000.0",
        SHRS_OWND_FOLWNG_TRANS: "0.0",
        DIRECT_INDIRECT_OWNERSHIP: "D",
      },
    ],
    DERIV_HOLDING: [
      {
        ACCESSION_NUMBER: KITE,
        DERIV_HOLDING_SK: "3",
        SECURITY_TITLE: "Warrant",
        EXERCISE_DATE: "02-JAN-2025",
        UNDLYNG_SEC_VALUE: "12.5",
        DIRECT_INDIRECT_OWNERSHIP: "D",
      },
    ],
    FOOTNOTES: [
      { ACCESSION_NUMBER: LAMP, FOOTNOTE_ID: "F10", FOOTNOTE_TXT: "Ten." },
      { ACCESSION_NUMBER: LAMP, FOOTNOTE_ID: "F2", FOOTNOTE_TXT: 'Adopted a "10b5-1" plan.' },
      { ACCESSION_NUMBER: LAMP, FOOTNOTE_ID: "F1", FOOTNOTE_TXT: "A range of\nprices." },
      { ACCESSION_NUMBER: LAMP, FOOTNOTE_ID: "F3", FOOTNOTE_TXT: "Vests\tmonthly." },
    ],
    OWNER_SIGNATURE: [
      { ACCESSION_NUMBER: KITE, OWNERSIGNATURENAME: "/s/ Gale String", OWNERSIGNATUREDATE: "30-SEP-2024" },
      { ACCESSION_NUMBER: LAMP, OWNERSIGNATURENAME: "/s/ Wick Tallow", OWNERSIGNATUREDATE: "02-JUL-2024" },
    ],
  };
}

/** A table as the SEC spells it: tabs, quotes only where a field needs them. */
export function tsv(table: TableName, rows: readonly Row[], header: string = HEADERS[table]): string {
  const columns = header.split(" ");
  const line = (fields: string[]) =>
    fields.map((field) => (/["\t\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join("\t");
  return [columns.join("\t"), ...rows.map((row) => line(columns.map((column) => row[column] ?? "")))]
    .join("\n")
    .concat("\n");
}

/** A data set from texts, its streams cut into pieces of `cut` bytes. */
export function sourceOf(texts: Partial<Record<TableName, string | Buffer>>, cut = 7): DatasetSource {
  const tables = Object.entries(texts).map(([table, text]) => {
    const bytes = Buffer.from(text);
    const pieces = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, i) =>
      bytes.subarray(i * cut, (i + 1) * cut),
    );
    return {
      table: table as TableName,
      file: `q/${table}.tsv`,
      bytes: bytes.length,
      open: async () => Readable.from(pieces),
    };
  });
  return { file: "q", tables };
}

export function textsOf(tables: Tables): Partial<Record<TableName, string>> {
  return Object.fromEntries(
    (Object.keys(tables) as TableName[]).map((table) => [table, tsv(table, tables[table] ?? [])]),
  );
}

export async function read(source: DatasetSource, options?: ReadDatasetOptions): Promise<DatasetItem[]> {
  const items: DatasetItem[] = [];
  for await (const item of readDataset(source, options)) items.push(item);
  return items;
}

export function documentOf(items: readonly DatasetItem[], accession: string) {
  const item = items.find((candidate) => candidate.accession === accession);
  if (item?.kind !== "document") throw new Error(`no document ${accession}: ${JSON.stringify(item)}`);
  return item;
}
