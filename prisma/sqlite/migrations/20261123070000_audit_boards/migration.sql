-- CreateTable
CREATE TABLE "ShortSwing" (
    "issuerCik" TEXT NOT NULL,
    "swingKey" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "securityTitle" TEXT,
    "date" TEXT NOT NULL,
    "pairCount" INTEGER NOT NULL,
    "profit" REAL NOT NULL,
    "shares" REAL NOT NULL,
    "boughtAt" REAL NOT NULL,
    "boughtOn" TEXT NOT NULL,
    "soldAt" REAL NOT NULL,
    "soldOn" TEXT NOT NULL,
    "knownAt" TEXT,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "swingKey")
);

-- CreateTable
CREATE TABLE "Residual" (
    "issuerCik" TEXT NOT NULL,
    "lineKey" TEXT NOT NULL,
    "toRow" TEXT NOT NULL,
    "fromRow" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "securityTitle" TEXT,
    "date" TEXT,
    "fromDate" TEXT,
    "left" REAL NOT NULL,
    "found" REAL NOT NULL,
    "residual" REAL NOT NULL,
    "explanation" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "hint" TEXT,
    "knownAt" TEXT,

    PRIMARY KEY ("issuerCik", "lineKey", "toRow")
);

-- CreateTable
CREATE TABLE "StockSplit" (
    "issuerCik" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "ratioTo" INTEGER NOT NULL,
    "ratioFor" INTEGER NOT NULL,

    PRIMARY KEY ("issuerCik", "after", "by", "ratioTo", "ratioFor")
);

-- CreateIndex
CREATE INDEX "ShortSwing_date_idx" ON "ShortSwing"("date");

-- CreateIndex
CREATE INDEX "Residual_explanation_date_idx" ON "Residual"("explanation", "date");

-- What is stored of each issuer lacks these tables until it is derived again (`insider db refresh`): no rules are on record.
DELETE FROM "DerivedIssuer";
