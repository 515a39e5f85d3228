-- CreateTable
CREATE TABLE "ShortSwing" (
    "issuerCik" TEXT NOT NULL,
    "swingKey" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "securityTitle" TEXT,
    "date" TEXT NOT NULL,
    "pairCount" INTEGER NOT NULL,
    "profit" DOUBLE PRECISION NOT NULL,
    "shares" DOUBLE PRECISION NOT NULL,
    "boughtAt" DOUBLE PRECISION NOT NULL,
    "boughtOn" TEXT NOT NULL,
    "soldAt" DOUBLE PRECISION NOT NULL,
    "soldOn" TEXT NOT NULL,
    "knownAt" TEXT,
    "rows" TEXT NOT NULL,

    CONSTRAINT "ShortSwing_pkey" PRIMARY KEY ("issuerCik","swingKey")
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
    "left" DOUBLE PRECISION NOT NULL,
    "found" DOUBLE PRECISION NOT NULL,
    "residual" DOUBLE PRECISION NOT NULL,
    "explanation" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "hint" TEXT,
    "knownAt" TEXT,

    CONSTRAINT "Residual_pkey" PRIMARY KEY ("issuerCik","lineKey","toRow")
);

-- CreateTable
CREATE TABLE "StockSplit" (
    "issuerCik" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "ratioTo" INTEGER NOT NULL,
    "ratioFor" INTEGER NOT NULL,

    CONSTRAINT "StockSplit_pkey" PRIMARY KEY ("issuerCik","after","by","ratioTo","ratioFor")
);

-- CreateIndex
CREATE INDEX "ShortSwing_date_idx" ON "ShortSwing"("date");

-- CreateIndex
CREATE INDEX "Residual_explanation_date_idx" ON "Residual"("explanation", "date");

-- What is stored of each issuer lacks these tables until it is derived again (`insider db refresh`): no rules are on record.
DELETE FROM "DerivedIssuer";
