-- Shopify asks in the name of people without an account, too: they are known by the keyed hash of their e-mail or phone.
ALTER TABLE "data_export" ALTER COLUMN "customer_id" DROP NOT NULL;
ALTER TABLE "data_export" ADD COLUMN "identity_hash" BYTEA;
ALTER TABLE "data_export" ADD CONSTRAINT "data_export_named_check"
  CHECK (("customer_id" IS NULL) <> ("identity_hash" IS NULL));
