-- What was refunded of a cancelled order no longer lowers what was earned: orders with campaigns' codes are booked again.
UPDATE "campaign" SET "books_stale" = true;
