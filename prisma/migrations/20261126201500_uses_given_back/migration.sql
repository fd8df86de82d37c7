-- The few orders of which a use was given back, for the flags that may rest on it.
CREATE INDEX "ledger_entry_given_back" ON "ledger_entry" ("shop_id", "order_id") WHERE "uses" < 0;
