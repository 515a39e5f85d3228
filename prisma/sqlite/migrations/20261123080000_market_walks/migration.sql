-- DropIndex
DROP INDEX "MonthlySum_month_transactionClass_idx";

-- DropIndex
DROP INDEX "Plan_lastTrade_idx";

-- CreateIndex
CREATE INDEX "MonthlySum_market_idx" ON "MonthlySum"("month", "transactionClass", "planned", "value", "rowCount", "unvalued", "leftOut") WHERE "transactionClass" IN ('buy', 'sale');

-- CreateIndex
CREATE INDEX "Plan_firstTrade_idx" ON "Plan"("firstTrade");

-- CreateIndex
CREATE INDEX "Filing_late_idx" ON "Filing"("knownAt", "id", "lateness", "businessDaysLate") WHERE "lateness" IN ('late', 'late unless deemed');
