-- Orders of nobody known are counted among people, each by its id less than 0: what is left of all orders is not how many of
-- them there are, as a use may be freed, and on another day.
CREATE OR REPLACE FUNCTION "note_orders_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due SELECT DISTINCT shop_id, COALESCE(person_id, -id) FROM changed
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "note_changed_orders_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due
  SELECT DISTINCT n.shop_id, p.id FROM changed n
  JOIN before o ON o.shop_id = n.shop_id AND o.id = n.id
    AND (o.person_id, o.placed_at, o.cancelled_at, o.test, o.version = to_timestamp(0))
      IS DISTINCT FROM (n.person_id, n.placed_at, n.cancelled_at, n.test, n.version = to_timestamp(0))
  CROSS JOIN LATERAL (VALUES (COALESCE(o.person_id, -o.id)), (COALESCE(n.person_id, -n.id))) AS p (id)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION "note_uses_of_people"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_due
  SELECT DISTINCT o.shop_id, COALESCE(o.person_id, -o.id) FROM changed l
  JOIN shop_order o ON o.shop_id = l.shop_id AND o.id = l.order_id
  WHERE l.campaign_id IS NOT NULL AND l.redemptions <> 0
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- Those known so far are folded by the next sweep.
INSERT INTO "person_due" SELECT "shop_id", -"id" FROM "shop_order" WHERE "person_id" IS NULL ON CONFLICT DO NOTHING;
