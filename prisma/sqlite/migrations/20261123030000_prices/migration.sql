-- CreateTable
CREATE TABLE "DailyPrice" (
    "issuerCik" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "close" REAL NOT NULL,

    PRIMARY KEY ("issuerCik", "symbol", "date")
);
