import { beforeAll, describe, expect, test } from "vitest";

import { allRoutes } from "#test/support/routes.ts";
import { serveRoute } from "#test/support/serve-route.ts";
import type { StaffClient } from "#test/support/staff-client.ts";
import { openStage } from "./fixtures/stage.ts";

const stage = await openStage();
const { prisma } = stage.app.deps.database;
const door = await serveRoute("api/issuances", (await allRoutes()).get("api.issuances") ?? {});
const NAME = "SUMMER26_FREESHIP";
const MEGABYTE = 1024 * 1024;

type Made = { id: string; key: string };
async function makeKey(staff: StaffClient, name: string): Promise<Made> {
  const answer = await staff.done("app.settings.api-keys.create", { form: { name } });
  return answer.json<Made>();
}

let key: string;
let before: Record<string, string[]>;
beforeAll(async () => {
  key = (await makeKey(stage.olive, "E-mail")).key;
  before = await dump();
});

/** All there is but the keys, which every call is counted by. */
async function dump(): Promise<Record<string, string[]>> {
  const { "public.api_key": _, ...rest } = await stage.dump();
  return rest;
}

const bodyOf = (...issuances: unknown[]) => JSON.stringify({ issuances });
const GOOD = bodyOf({ campaign: NAME, customer_id: "7" });

function post(body: RequestInit["body"], authorization: string | null = `Bearer ${key}`) {
  const headers = {
    "content-type": "application/json",
    ...(authorization ? { authorization } : {}),
  };
  return fetch(door, { method: "POST", headers, body: body ?? null });
}

async function errorOf(response: Response): Promise<string> {
  expect(response.headers.get("content-type")).toContain("application/json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  const body = (await response.json()) as { error: { message: string } };
  expect(Object.keys(body)).toEqual(["error"]);
  return body.error.message;
}

describe("without a key that is in force", () => {
  const answers: string[] = [];
  test.each<[string, () => string | null | Promise<string>]>([
    ["no key", () => null],
    ["a key that is none", () => "Bearer rubbish"],
    ["another way to sign in", () => `Basic ${key}`],
    ["a key with another secret", () => `Bearer ${key.slice(0, -4)}AAAA`],
    ["a session token", () => `Bearer ${stage.olive.token()}`],
    [
      "a revoked key",
      async () => {
        const { id, key: revoked } = await makeKey(stage.olive, "Old");
        await stage.olive.done("app.settings.api-keys.revoke", { form: { id } });
        before = await dump();
        return `Bearer ${revoked}`;
      },
    ],
  ])("with %s it is 401, always with the same words", async (_, authorization) => {
    const response = await post(GOOD, await authorization());
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
    answers.push(await errorOf(response));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/under Settings, API keys/);
    expect(await dump()).toEqual(before);
  });

  test("a large body is answered too", async () => {
    for (let n = 0; n < 5; n += 1) {
      expect((await post(`"${"x".repeat(8 * MEGABYTE)}"`, null)).status).toBe(401);
      expect((await fetch(door, { method: "PUT", body: "x".repeat(8 * MEGABYTE) })).status).toBe(
        405,
      );
    }
  });

  test("a shop that uninstalled is told no more", async () => {
    const { key: theirs } = await makeKey(stage.stranger, "CRM of theirs");
    const where = { domain: stage.stranger.shop.domain };
    await prisma.shop.update({ where, data: { uninstalledAt: new Date() } });
    expect((await post(GOOD, `Bearer ${theirs}`)).status).toBe(401);
    await prisma.shop.update({ where, data: { uninstalledAt: null } });
    before = await dump();
  });
});

describe("by another method", () => {
  test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is 405", async (method) => {
    const response = await fetch(door, { method, headers: { authorization: `Bearer ${key}` } });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
  });
});

const row = { campaign: NAME, email: "ada@example.com" };
const SHAPES: [string, unknown, RegExp][] = [
  ["null", null, /nothing but "issuances"/],
  ["a list", [row], /nothing but "issuances"/],
  ["nothing in it", {}, /issuances must be a list of 1 to 1000 rows/],
  ["no rows", { issuances: [] }, /1 to 1000 rows/],
  ["too many rows", { issuances: Array(1_001).fill(row) }, /1 to 1000 rows/],
  ["rows that are none", { issuances: "x" }, /1 to 1000 rows/],
  ["more than rows", { issuances: [row], shop: "x" }, /nothing but "issuances"/],
  ["a row that is text", { issuances: [row, "x"] }, /issuances\[1\] must be an object/],
  ["a row without a campaign", { issuances: [{ email: "a@b.de" }] }, /\[0\]\.campaign is missing/],
  ["an empty campaign", { issuances: [{ ...row, campaign: " " }] }, /campaign is empty/],
  ["a campaign that is a number", { issuances: [{ ...row, campaign: 7 }] }, /campaign is missing/],
  [
    "a field nobody knows",
    { issuances: [{ ...row, chanel: "x" }] },
    /known are campaign, customer_id/,
  ],
  ["half a customer", { issuances: [{ ...row, customer_id: 1.5 }] }, /customer number/],
  ["an endless customer", { issuances: [{ ...row, customer_id: 1e300 }] }, /customer number/],
  [
    "an address that is a list",
    { issuances: [{ ...row, email: ["a@b.de"] }] },
    /email must be text/,
  ],
  ["an endless address", { issuances: [{ ...row, email: "a".repeat(321) }] }, /at most 320/],
  ["U+0000", { issuances: [{ ...row, code: "A\0" }] }, /code has a character/],
  ["half a character", { issuances: [{ ...row, channel: "\ud800" }] }, /channel has a character/],
];

describe("a body that cannot be used", () => {
  test.each([
    ["nothing", ""],
    ["a form", "campaign=SUMMER26"],
    ["half of it", GOOD.slice(0, -1)],
    ["another encoding", new Uint8Array([0x22, 0xff, 0x22])],
    ["its last letter cut", new Uint8Array([0x22, 0xc3])],
  ])("of %s is 400", async (_, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatch(/not JSON/);
    expect(await dump()).toEqual(before);
  });

  test.each(SHAPES)("with %s is 422, and says where", async (_, body, message) => {
    const response = await post(JSON.stringify(body));
    expect(response.status).toBe(422);
    const said = await errorOf(response);
    expect(said).toMatch(message);
    expect(said).not.toContain("ada@");
    expect(await dump()).toEqual(before);
  });

  test("of more than a megabyte is 413, whether it says so or not", async () => {
    const large = `"${"x".repeat(MEGABYTE)}"`;
    expect((await post(large)).status).toBe(413);
    const response = await fetch(door, {
      method: "POST",
      headers: { authorization: `Bearer ${key}` },
      body: new Blob([large]).stream(),
      duplex: "half",
    });
    expect(response.status).toBe(413);
    expect(await errorOf(response)).toMatch(/fewer rows/);
    expect(await dump()).toEqual(before);
  });
});

describe("what is fine", () => {
  const issued = () => prisma.issuance.count({ where: { campaignId: stage.ours.campaign } });

  test("is recorded once, with what could not be used told by its row", async () => {
    const body = bodyOf(
      { campaign: NAME, customer_id: "7", channel: "sms", issued_at: "2026-01-01T00:00:00Z" },
      { campaign: "NOBODYS", customer_id: "7" },
      { campaign: NAME, email: "ana@example.com", code: null },
    );
    const was = await issued();
    const answers = [await post(body), await post(body)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const refused = [{ row: 1, field: "campaign", message: "There is no campaign “NOBODYS”." }];
    const told = await Promise.all(answers.map((answer) => answer.json() as Promise<unknown>));
    expect(told).toEqual([
      { recorded: 2, known: 0, refused },
      { recorded: 0, known: 2, refused },
    ]);
    expect((await issued()) - was).toBe(2);
  });

  test("with another shop's key is recorded there, and here it is not seen", async () => {
    const { key: theirs } = await makeKey(stage.stranger, "E-mail");
    const was = await issued();
    const response = await post(bodyOf({ campaign: NAME, customer_id: "99" }), `Bearer ${theirs}`);
    expect(await response.json()).toMatchObject({ recorded: 1 });
    expect(await issued()).toBe(was);
    const campaignId = stage.theirs.campaign;
    expect(await prisma.issuance.count({ where: { campaignId } })).toBe(1);
  });
});

test("who calls too often is told how long to wait, and a good call is not lost by it", async () => {
  const { key: busy } = await makeKey(stage.olive, "Busy");
  const calls = await Promise.all(Array.from({ length: 70 }, () => post("", `Bearer ${busy}`)));
  const refused = calls.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await errorOf(refused ?? new Response())).toMatch(/Wait 1 s/);
  expect((await post(GOOD)).status).toBe(200);
});
