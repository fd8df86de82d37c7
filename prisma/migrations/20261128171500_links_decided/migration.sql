-- What staff have said of people is asked for with every batch of orders; few of many links are decided.
CREATE INDEX "person_link_decided" ON "person_link" ("shop_id") WHERE "decided" IS NOT NULL;
