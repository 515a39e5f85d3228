-- CreateTable
CREATE TABLE "EdgarFiling" (
    "accession" TEXT NOT NULL,
    "cik" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "filedOn" TEXT,
    "attempts" INTEGER NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "listedAt" TEXT NOT NULL,
    "dueAt" TEXT NOT NULL,

    CONSTRAINT "EdgarFiling_pkey" PRIMARY KEY ("accession")
);

-- CreateTable
CREATE TABLE "EdgarPeriod" (
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "listed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "code" TEXT,
    "message" TEXT,
    "checkedAt" TEXT NOT NULL,

    CONSTRAINT "EdgarPeriod_pkey" PRIMARY KEY ("kind","period")
);

-- CreateTable
CREATE TABLE "EdgarCursor" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,

    CONSTRAINT "EdgarCursor_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "EdgarFiling_dueAt_idx" ON "EdgarFiling"("dueAt");
