-- DropIndex
DROP INDEX "inbox_message_state_shop_id_id_idx";


-- What Prisma's schema language cannot say.

-- What waits to be worked off, and what waits for a person. The rest, which is nearly all, is in neither.
CREATE INDEX "inbox_message_new" ON "inbox_message" ("shop_id", "id") WHERE "state" = 'new';
CREATE INDEX "inbox_message_dead" ON "inbox_message" ("shop_id", "id") WHERE "state" = 'dead';

-- Bodies come compressed: PostgreSQL need not try again, and they are read whole.
ALTER TABLE "inbox_message" ALTER COLUMN "body" SET STORAGE EXTERNAL;

-- Rows that are changed again and again stay on their page.
ALTER TABLE "shop_order" SET (fillfactor = 80);
ALTER TABLE "rollup" SET (fillfactor = 70);
ALTER TABLE "standing" SET (fillfactor = 80);
