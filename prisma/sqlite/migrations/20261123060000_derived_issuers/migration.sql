-- CreateTable
CREATE TABLE "DerivedIssuer" (
    "issuerCik" TEXT NOT NULL PRIMARY KEY,
    "rules" TEXT NOT NULL
);
