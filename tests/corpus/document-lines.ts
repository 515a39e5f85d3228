import type { OwnershipDocument, OwnershipRow } from "@/lib/ownership/document";

/** Every text and footnote reference of a document, in the lines of `scanRaw`. */
export function documentLines(document: OwnershipDocument): string[] {
  const lines: string[] = [];
  const { issuer, reportingOwners, nonDerivativeTable, derivativeTable, footnotes, signatures, header, ...texts } =
    document;
  if (header !== null) lines.push("header");
  addTexts(lines, "", texts);
  addTexts(lines, "", issuer);
  for (const [i, owner] of reportingOwners.entries()) addTexts(lines, `owner${i + 1}/`, owner);
  for (const [i, signature] of signatures.entries()) addTexts(lines, `signature${i + 1}/`, signature);
  for (const note of footnotes) lines.push(`footnote ${note.id} = ${note.text}`);
  addRows(lines, "t1", nonDerivativeTable);
  addRows(lines, "t2", derivativeTable);
  return lines;
}

function addTexts(lines: string[], place: string, texts: object): void {
  for (const [name, text] of Object.entries(texts)) if (text !== null) lines.push(`${place}${name} = ${text}`);
}

function addRows(lines: string[], table: string, rows: readonly OwnershipRow[]): void {
  const counts = { transaction: 0, holding: 0 };
  for (const { kind, ...fields } of rows) {
    counts[kind] += 1;
    const place = `${table}-${kind === "transaction" ? "tx" : "h"}${counts[kind]}/`;
    for (const [leaf, field] of Object.entries(fields)) {
      if (field.value !== null) lines.push(`${place}${leaf} = ${field.value}`);
      for (const id of field.footnoteIds) lines.push(`${place}${leaf} ^ ${id}`);
    }
  }
}
