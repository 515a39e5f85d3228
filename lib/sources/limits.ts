/**
 * What one document may hold, whatever its form. EDGAR takes 30 rows a table, 99 footnotes and 10 owners; filings of
 * more are split by the filer. Measures of a filing compare rows with rows and notes, so a document of 100,000 rows
 * would hold up an ingest for hours: beyond these it is refused whole.
 */
export const MAX_DOCUMENT_ROWS = 1_000;
export const MAX_DOCUMENT_FOOTNOTES = 1_000;
export const MAX_DOCUMENT_OWNERS = 200;

/** Footnote references of all fields together. */
export const MAX_DOCUMENT_REFERENCES = 20_000;

/** Warnings of a document that are listed one by one; the rest are counted in a last one. */
export const MAX_WARNINGS = 2_000;

/** Characters of a warning's or an error's message, and of a warning's path; the rest is counted. */
export const MAX_MESSAGE = 3_000;
