import type { BulkTable } from "./connection";

/** The derived tables of one issuer. Column names match the Prisma models; a test compares them. */
export const BALANCE_LINE = {
  name: "BalanceLine",
  columns: [
    ["issuerCik", "text"],
    ["lineKey", "text"],
    ["ownerKey", "text"],
    ["tableNumber", "integer"],
    ["securityTitle", "text"],
    ["directOrIndirect", "text"],
    ["natureOfOwnership", "text"],
    ["exercisePrice", "real"],
    ["expirationDate", "text"],
    ["unit", "text"],
    ["lastBalance", "real"],
    ["lastDate", "text"],
    ["pointCount", "integer"],
    ["points", "text"],
  ],
} as const satisfies BulkTable;

export const MONTHLY_SUM = {
  name: "MonthlySum",
  columns: [
    ["issuerCik", "text"],
    ["month", "text"],
    ["transactionClass", "text"],
    ["planned", "text"],
    ["rowCount", "integer"],
    ["value", "real"],
    ["unvalued", "integer"],
    ["leftOut", "integer"],
  ],
} as const satisfies BulkTable;

export const EPISODE = {
  name: "Episode",
  columns: [
    ["issuerCik", "text"],
    ["episodeKey", "text"],
    ["ownerKey", "text"],
    ["securityTitle", "text"],
    ["date", "text"],
    ["type", "text"],
    ["outcome", "text"],
    ["exercised", "real"],
    ["withheld", "real"],
    ["returned", "real"],
    ["sold", "real"],
    ["kept", "real"],
    ["cost", "real"],
    ["matchedShares", "real"],
    ["proceeds", "real"],
    ["averagePrice", "real"],
    ["spread", "real"],
    ["retention0", "real"],
    ["retention30", "real"],
    ["retention365", "real"],
    ["flags", "text"],
    ["knownAt", "text"],
    ["rows", "text"],
  ],
} as const satisfies BulkTable;

export const PLAN = {
  name: "Plan",
  columns: [
    ["issuerCik", "text"],
    ["planKey", "text"],
    ["ownerKey", "text"],
    ["adoptionDate", "text"],
    ["adoptionPrecision", "text"],
    ["firstTrade", "text"],
    ["lastTrade", "text"],
    ["daysMin", "integer"],
    ["daysMax", "integer"],
    ["waitingOutcome", "text"],
    ["waitingReason", "text"],
    ["tradeCount", "integer"],
    ["derivativeCount", "integer"],
    ["buyValue", "real"],
    ["saleValue", "real"],
    ["leftOut", "integer"],
    ["singleTrade", "boolean"],
    ["knownAt", "text"],
    ["rows", "text"],
  ],
} as const satisfies BulkTable;

export const CLUSTER = {
  name: "Cluster",
  columns: [
    ["issuerCik", "text"],
    ["side", "text"],
    ["fromDate", "text"],
    ["toDate", "text"],
    ["personCount", "integer"],
    ["value", "real"],
    ["unvalued", "integer"],
    ["visibleAt", "text"],
    ["visibleBy", "text"],
    ["persons", "text"],
    ["rows", "text"],
  ],
} as const satisfies BulkTable;

export const ROW_FLAG = {
  name: "RowFlag",
  columns: [
    ["filingId", "text"],
    ["anchor", "text"],
    ["flag", "text"],
    ["issuerCik", "text"],
    ["reason", "text"],
    ["leavesTotals", "boolean"],
    ["knownAt", "text"],
    ["against", "text"],
  ],
} as const satisfies BulkTable;

export const SHORT_SWING = {
  name: "ShortSwing",
  columns: [
    ["issuerCik", "text"],
    ["swingKey", "text"],
    ["ownerKey", "text"],
    ["securityTitle", "text"],
    ["date", "text"],
    ["pairCount", "integer"],
    ["profit", "real"],
    ["shares", "real"],
    ["boughtAt", "real"],
    ["boughtOn", "text"],
    ["soldAt", "real"],
    ["soldOn", "text"],
    ["knownAt", "text"],
    ["rows", "text"],
  ],
} as const satisfies BulkTable;

export const RESIDUAL = {
  name: "Residual",
  columns: [
    ["issuerCik", "text"],
    ["lineKey", "text"],
    ["toRow", "text"],
    ["fromRow", "text"],
    ["ownerKey", "text"],
    ["securityTitle", "text"],
    ["date", "text"],
    ["fromDate", "text"],
    ["left", "real"],
    ["found", "real"],
    ["residual", "real"],
    ["explanation", "text"],
    ["evidence", "text"],
    ["hint", "text"],
    ["knownAt", "text"],
  ],
} as const satisfies BulkTable;

export const STOCK_SPLIT = {
  name: "StockSplit",
  columns: [
    ["issuerCik", "text"],
    ["after", "text"],
    ["by", "text"],
    ["ratioTo", "integer"],
    ["ratioFor", "integer"],
  ],
} as const satisfies BulkTable;

/** All of them, in the order that they are written. Each has a column `issuerCik`. */
export const BOARD_TABLES = [
  BALANCE_LINE,
  MONTHLY_SUM,
  EPISODE,
  PLAN,
  CLUSTER,
  ROW_FLAG,
  SHORT_SWING,
  RESIDUAL,
  STOCK_SPLIT,
] as const;

export type BoardName = (typeof BOARD_TABLES)[number]["name"];
