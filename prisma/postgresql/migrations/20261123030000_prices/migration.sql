-- CreateTable
CREATE TABLE "DailyPrice" (
    "issuerCik" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "close" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "DailyPrice_pkey" PRIMARY KEY ("issuerCik","symbol","date")
);
