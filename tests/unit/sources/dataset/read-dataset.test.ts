import fc from "fast-check";
import { expect, test } from "vitest";
import type { TableName } from "@/lib/sources/dataset/dataset-source";
import { documentOf, fictionalQuarter, KITE, LAMP, read, sourceOf, textsOf } from "./fictional-quarter";

test("A filing is joined from all eight tables, in filed order and canonical spelling", async () => {
  const items = await read(sourceOf(textsOf(fictionalQuarter())));
  expect(items.map((item) => [item.kind, item.accession]).sort()).toEqual([
    ["document", LAMP],
    ["document", KITE],
  ]);
  const { document, warnings, file } = documentOf(items, LAMP);
  expect([file, warnings]).toEqual(["q", []]);
  expect(document).toMatchObject({
    accession: LAMP,
    filingDate: "2024-07-03",
    acceptedAt: null,
    schemaVersion: null,
    documentType: "4",
    periodOfReport: "2024-07-01",
    dateOfOriginalSubmission: null,
    noSecuritiesOwned: null,
    notSubjectToSection16: "false",
    aff10b5One: "1",
    remarks: 'The "Lamp" plan\nof\t2023.',
    issuer: { issuerCik: "0009990011", issuerName: "Brass Lamp Works, Inc.", issuerTradingSymbol: "LAMP" },
    footnotes: [
      { id: "F1", text: "A range of\nprices." },
      { id: "F2", text: 'Adopted a "10b5-1" plan.' },
      { id: "F3", text: "Vests\tmonthly." },
      { id: "F10", text: "Ten." },
    ],
    signatures: [{ signatureName: "/s/ Wick Tallow", signatureDate: "2024-07-02" }],
  });
});

test("Owners carry their boxes, title and address", async () => {
  const items = await read(sourceOf(textsOf(fictionalQuarter())));
  expect(documentOf(items, LAMP).document.reportingOwners).toMatchObject([
    {
      rptOwnerCik: "0009990101",
      rptOwnerName: "Wick Tallow",
      rptOwnerStreet1: "1 Glow Street",
      rptOwnerStreet2: null,
      rptOwnerCity: "LUMEN",
      rptOwnerState: "CA",
      rptOwnerZipCode: "90000",
      isDirector: "1",
      isOfficer: "1",
      isTenPercentOwner: "0",
      isOther: "0",
      officerTitle: "Chief Lamplighter",
      otherText: null,
    },
  ]);
  expect(documentOf(items, KITE).document.reportingOwners).toMatchObject([
    { isDirector: "0", isOfficer: "0", isTenPercentOwner: "1", isOther: "1", otherText: "Member of a group" },
  ]);
});

test("Rows of Table I stand in the order of their keys, each field with its own footnotes", async () => {
  const items = await read(sourceOf(textsOf(fictionalQuarter())));
  const plain = (value: string) => ({ value, footnoteIds: [] });
  expect(documentOf(items, LAMP).document.nonDerivativeTable).toEqual([
    {
      kind: "transaction",
      securityTitle: plain("Common Stock"),
      transactionDate: plain("2024-07-01"),
      transactionFormType: plain("4"),
      transactionCode: plain("M"),
      equitySwapInvolved: plain("0"),
      transactionShares: plain("1000.5"),
      transactionPricePerShare: plain("0"),
      transactionAcquiredDisposedCode: plain("A"),
      sharesOwnedFollowingTransaction: plain("1500"),
      directOrIndirectOwnership: plain("D"),
    },
    {
      kind: "transaction",
      securityTitle: plain("Common Stock"),
      transactionDate: plain("2024-07-01"),
      transactionFormType: plain("4"),
      transactionCode: { value: "S", footnoteIds: ["F2"] },
      equitySwapInvolved: plain("0"),
      transactionShares: plain("1000"),
      transactionPricePerShare: { value: "37.28", footnoteIds: ["F1", "F3"] },
      transactionAcquiredDisposedCode: plain("D"),
      sharesOwnedFollowingTransaction: plain("500"),
      directOrIndirectOwnership: plain("D"),
    },
    {
      kind: "holding",
      securityTitle: plain('Class B "Super" Common'),
      transactionFormType: plain("5"),
      transactionCode: { value: null, footnoteIds: ["F2"] },
      valueOwnedFollowingTransaction: plain("250000"),
      directOrIndirectOwnership: plain("I"),
      natureOfOwnership: { value: "By trust", footnoteIds: ["F2", "F3"] },
    },
  ]);
});

test("Rows of Table II are read under both spellings of the exercise date", async () => {
  const items = await read(sourceOf(textsOf(fictionalQuarter())));
  const [option] = documentOf(items, LAMP).document.derivativeTable;
  expect(option).toMatchObject({
    kind: "transaction",
    conversionOrExercisePrice: { value: "4", footnoteIds: [] },
    transactionTimeliness: { value: "E", footnoteIds: [] },
    exerciseDate: { value: null, footnoteIds: ["F3"] },
    expirationDate: { value: "2029-07-29", footnoteIds: [] },
    underlyingSecurityShares: { value: "1000", footnoteIds: [] },
    sharesOwnedFollowingTransaction: { value: "0", footnoteIds: [] },
  });
  const { document } = documentOf(items, KITE);
  expect([document.documentType, document.periodOfReport, document.dateOfOriginalSubmission]).toEqual([
    "4/A",
    "2024-02-29",
    "2024-03-05",
  ]);
  expect(document.derivativeTable).toEqual([
    {
      kind: "holding",
      securityTitle: { value: "Warrant", footnoteIds: [] },
      exerciseDate: { value: "2025-01-02", footnoteIds: [] },
      underlyingSecurityValue: { value: "12.5", footnoteIds: [] },
      directOrIndirectOwnership: { value: "D", footnoteIds: [] },
    },
  ]);
});

test("Any order of rows and tables, any cut of the streams and any number of partitions give the same documents", async () => {
  const texts = textsOf(fictionalQuarter());
  const whole = await read(sourceOf(texts));
  const expected = [documentOf(whole, LAMP), documentOf(whole, KITE)];
  const order = fc.shuffledSubarray(Object.keys(texts) as TableName[], { minLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      order,
      fc.integer(),
      fc.integer({ min: 1, max: 4000 }),
      fc.integer({ min: 20, max: 5000 }),
      async (names, seed, cut, partitionBytes) => {
        const quarter = fictionalQuarter();
        // Owners and signatures have no key: their order in the table is all there is. Here each filing has one.
        for (const rows of Object.values(quarter)) rows.sort((a, b) => spread(a, seed) - spread(b, seed));
        const shuffled = textsOf(quarter);
        const source = sourceOf(Object.fromEntries(names.map((name) => [name, shuffled[name] ?? ""])), cut);
        const items = await read(source, { partitionBytes });
        expect([documentOf(items, LAMP), documentOf(items, KITE)]).toEqual(expected);
        expect(items).toHaveLength(2);
      },
    ),
    { numRuns: 60 },
  );
});

/** A number that depends on the row and the seed: an order that is arbitrary and repeatable. */
function spread(row: object, seed: number): number {
  return [...JSON.stringify(row)].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 0x01000193), seed);
}
