-- CreateIndex
CREATE INDEX "flag_shop_id_person_id_idx" ON "flag"("shop_id", "person_id");

