-- CreateIndex
CREATE INDEX "FilingOwner_chief_idx" ON "FilingOwner"("filingId", "officerTitle") WHERE (LOWER("officerTitle") LIKE '%ceo%' OR LOWER("officerTitle") LIKE '%chief executive%' OR LOWER("officerTitle") LIKE '%cfo%' OR LOWER("officerTitle") LIKE '%chief financial%');

-- CreateIndex
CREATE INDEX "ReportedRow_countedAs_idx" ON "ReportedRow"("knownAt", "filingId") WHERE ("countedAs" IS NOT NULL);
