-- What staff have said of people is asked for with every batch of orders; few of many links are decided, and "together"
-- is said of few of those.
CREATE INDEX "person_link_decided" ON "person_link" ("shop_id", "decided") WHERE "decided" IS NOT NULL;
