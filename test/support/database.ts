import { randomUUID } from "node:crypto";

import pg from "pg";
import { afterAll, inject } from "vitest";

import { urlOf } from "./database-server.ts";

/** A database of this test file's own, dropped when the file is done. */
export async function openTestDatabase(): Promise<string> {
  const serverUrl = inject("databaseUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
  afterAll(() => drop(serverUrl, name));
  return urlOf(serverUrl, name);
}

/** @throws PostgreSQL's own words when a connection is still open five seconds on: a pool was forgotten. */
async function drop(serverUrl: string, name: string): Promise<void> {
  try {
    await onServer(serverUrl, `DROP DATABASE ${name}`);
  } catch (error) {
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    throw error;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
