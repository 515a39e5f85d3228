-- What is stored took an unknown value for 0, and can't say so: it is derived again (`insider db refresh`), no rules are on record.
DELETE FROM "Plan";
DELETE FROM "Cluster";
DELETE FROM "DerivedIssuer";

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Plan" (
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
    "derivativeCount" INTEGER NOT NULL,
    "buyValue" REAL,
    "saleValue" REAL,
    "leftOut" INTEGER NOT NULL,
    "singleTrade" BOOLEAN NOT NULL,
    "knownAt" TEXT,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "planKey")
);
INSERT INTO "new_Plan" ("adoptionDate", "adoptionPrecision", "buyValue", "daysMax", "daysMin", "firstTrade", "issuerCik", "knownAt", "lastTrade", "ownerKey", "planKey", "rows", "saleValue", "singleTrade", "tradeCount", "waitingOutcome", "waitingReason") SELECT "adoptionDate", "adoptionPrecision", "buyValue", "daysMax", "daysMin", "firstTrade", "issuerCik", "knownAt", "lastTrade", "ownerKey", "planKey", "rows", "saleValue", "singleTrade", "tradeCount", "waitingOutcome", "waitingReason" FROM "Plan";
DROP TABLE "Plan";
ALTER TABLE "new_Plan" RENAME TO "Plan";
CREATE INDEX "Plan_firstTrade_idx" ON "Plan"("firstTrade");
CREATE TABLE "new_Cluster" (
    "issuerCik" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "toDate" TEXT NOT NULL,
    "personCount" INTEGER NOT NULL,
    "value" REAL,
    "unvalued" INTEGER NOT NULL,
    "visibleAt" TEXT,
    "visibleBy" TEXT,
    "persons" TEXT NOT NULL,
    "rows" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "side", "fromDate")
);
INSERT INTO "new_Cluster" ("fromDate", "issuerCik", "personCount", "persons", "rows", "side", "toDate", "value", "visibleAt", "visibleBy") SELECT "fromDate", "issuerCik", "personCount", "persons", "rows", "side", "toDate", "value", "visibleAt", "visibleBy" FROM "Cluster";
DROP TABLE "Cluster";
ALTER TABLE "new_Cluster" RENAME TO "Cluster";
CREATE INDEX "Cluster_visibleAt_idx" ON "Cluster"("visibleAt");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
