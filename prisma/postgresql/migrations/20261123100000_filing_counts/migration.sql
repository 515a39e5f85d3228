-- CreateTable
CREATE TABLE "FilingCount" (
    "knownMonth" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "documentType" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "filings" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "dated" INTEGER NOT NULL,

    CONSTRAINT "FilingCount_pkey" PRIMARY KEY ("knownMonth","month","documentType","format")
);

-- Counted once from what is stored; from here on every change of a filing moves its count.
INSERT INTO "FilingCount" ("knownMonth", "month", "documentType", "format", "filings", "rows", "dated")
SELECT COALESCE(SUBSTR("knownAt", 1, 7), ''), COALESCE(SUBSTR(COALESCE("filingDate", "knownAt"), 1, 7), ''), "documentType", "format",
  COUNT(*), SUM("rowCount"), COUNT("filingDate")
FROM "Filing" GROUP BY 1, 2, 3, 4;
