-- DropIndex
DROP INDEX "ReportedRow_code_knownAt_idx";

-- DropIndex
DROP INDEX "ReportedRow_knownAt_filingId_position_idx";

-- CreateIndex
CREATE INDEX "ReportedRow_code_knownAt_filingId_idx" ON "ReportedRow"("code", "knownAt", "filingId") WHERE ("kind" = 'transaction');

-- CreateIndex
CREATE INDEX "ReportedRow_knownAt_filingId_idx" ON "ReportedRow"("knownAt", "filingId") WHERE ("kind" = 'transaction');

-- CreateIndex
CREATE INDEX "ReportedRow_tradeDate_filingId_idx" ON "ReportedRow"("tradeDate", "filingId") WHERE ("kind" = 'transaction');

-- CreateIndex
CREATE INDEX "ReportedRow_filingDate_filingId_idx" ON "ReportedRow"("filingDate", "filingId") WHERE ("kind" = 'transaction');

-- CreateIndex
CREATE INDEX "ReportedRow_value_filingId_idx" ON "ReportedRow"("value", "filingId") WHERE ("kind" = 'transaction');

-- CreateIndex
CREATE INDEX "ReportedRow_superseded_idx" ON "ReportedRow"("knownAt", "filingId") WHERE ("supersededBy" IS NOT NULL);

-- CreateIndex
CREATE INDEX "ReportedRow_flagged_idx" ON "ReportedRow"("knownAt", "filingId") WHERE ("flag" IS NOT NULL);

-- CreateIndex
CREATE INDEX "ReportedRow_contradictory_idx" ON "ReportedRow"("knownAt", "filingId") WHERE ("contradictory" IS TRUE);
