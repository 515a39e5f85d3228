/** Rows of one page of the table: what a page's HTML carries. */
export const PAGE_ROWS = 40;
