/**
 * Days on which EDGAR took no filings though they are no federal holiday: the government was closed by executive order.
 * EDGAR follows those closings and treats them as holidays for filing purposes. Half-day closings are not among them.
 */
export const EDGAR_CLOSURES: ReadonlyMap<string, string> = new Map([
  ["2003-12-26", "Day after Christmas, Executive Order 13320"],
  ["2004-06-11", "Day of mourning for Ronald Reagan, Executive Order 13343"],
  ["2007-01-02", "Day of mourning for Gerald Ford, Executive Order 13421"],
  ["2007-12-24", "Christmas Eve, Executive Order 13453"],
  ["2008-12-26", "Day after Christmas, Executive Order 13482"],
  ["2012-12-24", "Christmas Eve, Executive Order 13633"],
  ["2014-12-26", "Day after Christmas, Executive Order 13682"],
  ["2018-12-05", "Day of mourning for George H. W. Bush, announced by the SEC"],
  ["2018-12-24", "Christmas Eve, Executive Order 13854"],
  ["2019-12-24", "Christmas Eve, Executive Order 13900"],
  ["2020-12-24", "Christmas Eve, Executive Order 13965"],
  ["2024-12-24", "Christmas Eve, by executive order of December 2024"],
  ["2025-01-09", "Day of mourning for Jimmy Carter, by executive order of 30 December 2024"],
  ["2025-12-24", "Christmas Eve, by executive order of December 2025"],
  ["2025-12-26", "Day after Christmas, by executive order of December 2025"],
]);
