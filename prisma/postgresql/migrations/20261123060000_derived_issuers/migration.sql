-- CreateTable
CREATE TABLE "DerivedIssuer" (
    "issuerCik" TEXT NOT NULL,
    "rules" TEXT NOT NULL,

    CONSTRAINT "DerivedIssuer_pkey" PRIMARY KEY ("issuerCik")
);
