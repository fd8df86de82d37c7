-- The first entry of an order and code has none before it: that it adds up is seen without asking the ledger.
CREATE OR REPLACE TRIGGER "ledger_entry_chain" BEFORE INSERT ON "ledger_entry" FOR EACH ROW
  WHEN (NEW."sequence" <> 1 OR NEW."uses" <> NEW."uses_after")
  EXECUTE FUNCTION "check_ledger_chain"();
