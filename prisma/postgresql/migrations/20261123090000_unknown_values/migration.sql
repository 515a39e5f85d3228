-- What is stored took an unknown value for 0, and can't say so: it is derived again (`insider db refresh`), no rules are on record.
DELETE FROM "Plan";
DELETE FROM "Cluster";
DELETE FROM "DerivedIssuer";

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "derivativeCount" INTEGER NOT NULL,
ADD COLUMN     "leftOut" INTEGER NOT NULL,
ALTER COLUMN "buyValue" DROP NOT NULL,
ALTER COLUMN "saleValue" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN     "unvalued" INTEGER NOT NULL,
ALTER COLUMN "value" DROP NOT NULL;
