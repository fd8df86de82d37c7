-- What one or two letters begin is looked for among codes that were not made: those that were are found by their prefix.
CREATE INDEX "code_begins_not_made" ON "code" ("shop_id", "code_key" text_pattern_ops) WHERE "tail" IS NULL;
