import type { Deps } from "#app/infra/deps.server.ts";

/**
 * What a replay keeps beside the pipeline's own tables, in a database that is thrown away:
 *
 * - `replay_message`: webhooks to come. A file need not be in order; they are told in the order they happened.
 * - `replay_issued`: whom campaigns were issued to, as customers of the report. The pipeline knows people.
 * - `replay_order`, `replay_use`: its orders and which campaigns' codes they redeemed, to be counted.
 */
export async function createTables(deps: Deps): Promise<void> {
  await deps.database.pool.query(CREATE);
}

const CREATE = `
  CREATE UNLOGGED TABLE replay_message (
    source smallint NOT NULL, line int NOT NULL, at timestamptz(3) NOT NULL, order_id bigint NOT NULL,
    customer bytea, version timestamptz(3), body bytea NOT NULL);
  ALTER TABLE replay_message ALTER COLUMN body SET STORAGE EXTERNAL;
  CREATE UNLOGGED TABLE replay_issued (campaign_id uuid, customer bytea, PRIMARY KEY (campaign_id, customer));
  CREATE UNLOGGED TABLE replay_order (
    id bigint PRIMARY KEY, placed_at timestamptz(3) NOT NULL, currency text NOT NULL, total_minor bigint NOT NULL,
    counts boolean NOT NULL, customer bytea);
  CREATE UNLOGGED TABLE replay_use (campaign_id uuid, order_id bigint, PRIMARY KEY (campaign_id, order_id))`;
