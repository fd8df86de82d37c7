-- AlterTable
ALTER TABLE "campaign" ADD COLUMN     "asked_again_by" TEXT;

-- AlterTable
ALTER TABLE "drift" ADD COLUMN     "freed" INTEGER,
ADD COLUMN     "wanted" TEXT;
