-- CreateTable
CREATE TABLE "Filing" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accession" TEXT,
    "documentType" TEXT NOT NULL,
    "issuerCik" TEXT NOT NULL,
    "issuerName" TEXT,
    "tradingSymbol" TEXT,
    "periodOfReport" TEXT,
    "dateOfOriginalSubmission" TEXT,
    "filingDate" TEXT,
    "acceptedAt" TEXT,
    "knownAt" TEXT,
    "knownAtBasis" TEXT,
    "signatureDate" TEXT,
    "aff10b5One" BOOLEAN,
    "noSecuritiesOwned" BOOLEAN,
    "notSubjectToSection16" BOOLEAN,
    "documentHash" TEXT NOT NULL,
    "recordsHash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "rowCount" INTEGER NOT NULL,
    "warningCount" INTEGER NOT NULL,
    "lateness" TEXT NOT NULL,
    "businessDaysLate" INTEGER
);

-- CreateTable
CREATE TABLE "FilingSource" (
    "filingKey" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "filingId" TEXT NOT NULL,
    "issuerCik" TEXT NOT NULL,
    "coreHash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "body" BLOB NOT NULL,

    PRIMARY KEY ("filingKey", "hash")
);

-- CreateTable
CREATE TABLE "FilingAlias" (
    "alias" TEXT NOT NULL PRIMARY KEY,
    "filingId" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "FilingOwner" (
    "filingId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "ownerCik" TEXT NOT NULL,
    "name" TEXT,
    "isDirector" BOOLEAN,
    "isOfficer" BOOLEAN,
    "isTenPercentOwner" BOOLEAN,
    "isOther" BOOLEAN,
    "officerTitle" TEXT,
    "otherText" TEXT,

    PRIMARY KEY ("filingId", "position")
);

-- CreateTable
CREATE TABLE "ReportedRow" (
    "filingId" TEXT NOT NULL,
    "anchor" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "tableNumber" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "issuerCik" TEXT NOT NULL,
    "documentType" TEXT NOT NULL,
    "securityTitle" TEXT,
    "tradeDate" TEXT,
    "tradeDateBasis" TEXT,
    "code" TEXT,
    "transactionClass" TEXT,
    "acquiredDisposed" TEXT,
    "contradictory" BOOLEAN NOT NULL,
    "shares" REAL,
    "price" REAL,
    "value" REAL,
    "sharesAfter" REAL,
    "valueAfter" REAL,
    "directOrIndirect" TEXT,
    "natureOfOwnership" TEXT,
    "roles" INTEGER NOT NULL,
    "filingDate" TEXT,
    "knownAt" TEXT,
    "supersededAt" TEXT,
    "supersededBy" TEXT,
    "supersededRule" TEXT,
    "countedAs" TEXT,
    "countedRule" TEXT,
    "planned" BOOLEAN,
    "planBasis" TEXT,
    "planFootnoteId" TEXT,
    "planWords" TEXT,
    "flag" TEXT,
    "flagWords" TEXT,
    "deltaOwn" REAL,

    PRIMARY KEY ("filingId", "anchor")
);

-- CreateTable
CREATE TABLE "BalanceLine" (
    "issuerCik" TEXT NOT NULL,
    "lineKey" TEXT NOT NULL,
    "ownerKey" TEXT NOT NULL,
    "tableNumber" INTEGER NOT NULL,
    "securityTitle" TEXT,
    "directOrIndirect" TEXT,
    "natureOfOwnership" TEXT,
    "exercisePrice" REAL,
    "expirationDate" TEXT,
    "unit" TEXT NOT NULL,
    "lastBalance" REAL,
    "lastDate" TEXT,
    "pointCount" INTEGER NOT NULL,
    "points" TEXT NOT NULL,

    PRIMARY KEY ("issuerCik", "lineKey")
);

-- CreateTable
CREATE TABLE "Issuer" (
    "cik" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "tradingSymbol" TEXT,
    "filingCount" INTEGER NOT NULL,
    "firstKnownAt" TEXT,
    "lastKnownAt" TEXT
);

-- CreateTable
CREATE TABLE "IssuerSymbol" (
    "symbol" TEXT NOT NULL,
    "issuerCik" TEXT NOT NULL,
    "lastKnownAt" TEXT,

    PRIMARY KEY ("symbol", "issuerCik")
);

-- CreateTable
CREATE TABLE "Insider" (
    "cik" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT,
    "filingCount" INTEGER NOT NULL,
    "firstKnownAt" TEXT,
    "lastKnownAt" TEXT
);

-- CreateTable
CREATE TABLE "NameToken" (
    "token" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cik" TEXT NOT NULL,

    PRIMARY KEY ("token", "kind", "cik")
);

-- CreateTable
CREATE TABLE "LedgerState" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "dataVersion" INTEGER NOT NULL,
    "changedAt" TEXT
);

-- CreateTable
CREATE TABLE "StaleIssuer" (
    "issuerCik" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "FailedDocument" (
    "source" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "line" INTEGER,
    "column" INTEGER,
    "advice" TEXT,
    "failedAt" TEXT NOT NULL,
    "identity" TEXT
);

-- CreateTable
CREATE TABLE "IngestRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "startedAt" TEXT NOT NULL,
    "finishedAt" TEXT,
    "created" INTEGER NOT NULL,
    "replaced" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "warnings" INTEGER NOT NULL,
    "notices" TEXT
);

-- CreateIndex
CREATE INDEX "Filing_issuerCik_knownAt_idx" ON "Filing"("issuerCik", "knownAt");

-- CreateIndex
CREATE INDEX "Filing_knownAt_id_idx" ON "Filing"("knownAt", "id");

-- CreateIndex
CREATE INDEX "FilingSource_issuerCik_filingId_idx" ON "FilingSource"("issuerCik", "filingId");

-- CreateIndex
CREATE INDEX "FilingSource_coreHash_idx" ON "FilingSource"("coreHash");

-- CreateIndex
CREATE INDEX "FilingAlias_filingId_idx" ON "FilingAlias"("filingId");

-- CreateIndex
CREATE INDEX "FilingOwner_ownerCik_idx" ON "FilingOwner"("ownerCik");

-- CreateIndex
CREATE INDEX "ReportedRow_issuerCik_tradeDate_idx" ON "ReportedRow"("issuerCik", "tradeDate");

-- CreateIndex
CREATE INDEX "ReportedRow_code_knownAt_idx" ON "ReportedRow"("code", "knownAt");

-- CreateIndex
CREATE INDEX "ReportedRow_knownAt_filingId_position_idx" ON "ReportedRow"("knownAt", "filingId", "position");
