-- CreateTable
CREATE TABLE "MonthlySum" (
    "issuerCik" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "transactionClass" TEXT NOT NULL,
    "planned" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "unvalued" INTEGER NOT NULL,
    "leftOut" INTEGER NOT NULL,

    PRIMARY KEY ("issuerCik", "month", "transactionClass", "planned")
);

-- CreateTable
CREATE TABLE "Episode" (
    "issuerCik" TEXT NOT NULL,
    "episodeKey" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "securityTitle" TEXT,
    "date" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "exercised" REAL,
    "withheld" REAL,
    "returned" REAL,
    "sold" REAL,
    "kept" REAL,
    "cost" REAL,
    "matchedShares" REAL,
    "proceeds" REAL,
    "averagePrice" REAL,
    "spread" REAL,
    "retention0" REAL,
    "retention30" REAL,
    "retention365" REAL,
    "flags" TEXT NOT NULL,
    "knownAt" TEXT,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "episodeKey")
);

-- CreateTable
CREATE TABLE "Plan" (
    "issuerCik" TEXT NOT NULL,
    "planKey" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "adoptionDate" TEXT,
    "adoptionPrecision" TEXT,
    "firstTrade" TEXT,
    "lastTrade" TEXT,
    "daysMin" INTEGER,
    "daysMax" INTEGER,
    "waitingOutcome" TEXT NOT NULL,
    "waitingReason" TEXT,
    "tradeCount" INTEGER NOT NULL,
    "buyValue" REAL NOT NULL,
    "saleValue" REAL NOT NULL,
    "singleTrade" BOOLEAN NOT NULL,
    "knownAt" TEXT,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "planKey")
);

-- CreateTable
CREATE TABLE "Cluster" (
    "issuerCik" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "personCount" INTEGER NOT NULL,
    "value" REAL NOT NULL,
    "visibleAt" TEXT,
    "visibleBy" TEXT,
    "persons" TEXT NOT NULL,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "side", "fromDate")
);

-- CreateTable
CREATE TABLE "RowFlag" (
    "filingId" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "flag" TEXT NOT NULL,
    "issuerCik" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "leavesTotals" BOOLEAN NOT NULL,
    "knownAt" TEXT,
    "against" TEXT NOT NULL,

    PRIMARY KEY ("filingId", "anchor", "flag")
);

-- CreateIndex
CREATE INDEX "MonthlySum_month_transactionClass_idx" ON "MonthlySum"("month", "transactionClass");

-- CreateIndex
CREATE INDEX "Episode_date_idx" ON "Episode"("date");

-- CreateIndex
CREATE INDEX "Plan_lastTrade_idx" ON "Plan"("lastTrade");

-- CreateIndex
CREATE INDEX "Cluster_visibleAt_idx" ON "Cluster"("visibleAt");

-- CreateIndex
CREATE INDEX "RowFlag_issuerCik_idx" ON "RowFlag"("issuerCik");

-- CreateIndex
CREATE INDEX "RowFlag_knownAt_idx" ON "RowFlag"("knownAt");

-- CreateIndex
CREATE INDEX "NameToken_cik_kind_idx" ON "NameToken"("cik", "kind");
