/**
 * What one document may hold, whatever its form. EDGAR takes 30 rows a table, 99 footnotes and 10 owners; filings of
 * more are split by the filer. Measures of a filing compare rows with rows and notes, so a document of 100,000 rows
 * would hold up an ingest for hours: beyond these it is refused whole.
 */
export const MAX_DOCUMENT_ROWS = 1_000;
export const MAX_DOCUMENT_FOOTNOTES = 1_000;
export const MAX_DOCUMENT_OWNERS = 200;

/** Characters of all its texts together: footnotes, remarks, fields. The longest of 8,968 real filings has 12,565. */
export const MAX_DOCUMENT_TEXT = 500_000;

/** Footnote references of all fields together. */
export const MAX_DOCUMENT_REFERENCES = 20_000;

/** Characters of a submission's header. Those of ten owners have some 20,000. */
export const MAX_HEADER_LENGTH = 1_000_000;

/** Characters of a submission in PEM armour whose dashes are to be undone. */
export const MAX_ARMOURED_LENGTH = 8_000_000;

/** Documents of a submission. Real ones have a few; each exhibit is one. */
export const MAX_SUBMISSION_DOCUMENTS = 1_000;

/** Characters and lines of a printed form. The longest have some 200,000 characters in lines of 5,000. */
export const MAX_TEXT_LENGTH = 2_000_000;
export const MAX_TEXT_LINES = 20_000;
export const MAX_TEXT_LINE_LENGTH = 20_000;

/** Lines of a printed table, captions included. */
export const MAX_TABLE_LINES = MAX_DOCUMENT_ROWS + 100;

/** Cells of a printed row. The form has 16 columns; converters that copy every span write up to three times as many. */
export const MAX_ROW_CELLS = 200;

/** Warnings of a document that are listed one by one; the rest are counted in a last one. */
export const MAX_WARNINGS = 2_000;

/** Characters of a warning's or an error's message, and of a warning's path; the rest is counted. */
export const MAX_MESSAGE = 3_000;

/** No row of the data sets comes near; beyond it a quote was opened that nothing closes. */
export const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/** Rows of all tables that one filing may have: no more are cut into fields and held at a time. */
export const MAX_FILING_RECORDS = MAX_DOCUMENT_ROWS + MAX_DOCUMENT_FOOTNOTES + 2 * MAX_DOCUMENT_OWNERS + 100;

/**
 * Bytes that are joined at one time. Parts aim at 16 MB; one grows beyond this only when a quarter has more than 4 GB
 * or when very many rows claim to be of one filing.
 */
export const MAX_PARTITION_BYTES = 32 * 1024 * 1024;

/** Columns unknown to this reader that are named one by one; the rest are counted. */
export const MAX_UNKNOWN_COLUMNS = 50;

/** Rows without an accession number that are listed one by one; the rest are counted. */
export const MAX_HOMELESS = 100;
