import { expect, test } from "vitest";

import { readEnv } from "#app/infra/env.server.ts";

const GOOD = {
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "secret",
  SHOPIFY_APP_URL: "https://bonafide.example.com",
  SCOPES: "read_orders",
};

test("what is not set has its usual value", () => {
  expect(readEnv(GOOD)).toEqual({
    ...GOOD,
    NODE_ENV: "production",
    PORT: 3000,
    HOST: "0.0.0.0",
    BONAFIDE_PROCESS: "all",
    LOG_LEVEL: "info",
  });
});

test("everything that is missing is named at once, with what it is", () => {
  const message = () => readEnv({});
  for (const name of Object.keys(GOOD))
    expect(message).toThrow(new RegExp(`${name}: is not set; it is`));
  expect(message).toThrow("the client id of the app");
  expect(message).not.toThrow("Invalid input");
  expect(message).toThrow("Bonafide cannot start");
});

test.each([
  ["SHOPIFY_APP_URL", "bonafide"],
  ["DATABASE_URL", "mysql://localhost/x"],
  ["SCOPES", ""],
  ["PORT", "a lot"],
  ["PORT", "1.5"],
  ["PORT", "70000"],
  ["BONAFIDE_PROCESS", "both"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused by name, and nothing else is", (name, value) => {
  const read = () => readEnv({ ...GOOD, [name]: value });
  expect(read).toThrow(new RegExp(`^Bonafide cannot start[^]*\\n  ${name}: is not `));
  expect(read).not.toThrow(/SHOPIFY_API|Invalid|expected/);
});

test("a value that is wrong is not repeated: it may be a secret", () => {
  expect(() => readEnv({ ...GOOD, DATABASE_URL: "mysql://bonafide:hunter2@db/x" })).not.toThrow(
    /hunter2/,
  );
});
