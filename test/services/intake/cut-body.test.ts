import { expect, test } from "vitest";

import { readIntake } from "#app/services/intake/read-intake.server.ts";
import { receiveWebhook } from "#app/services/intake/receive-webhook.server.ts";
import { retryMessages } from "#app/services/intake/retry-messages.server.ts";
import { signed } from "#test/support/deliver.ts";
import { testDeps } from "#test/support/test-deps.ts";
import { addShop, refusalOf, valueOf } from "#test/support/test-shop.ts";

const deps = await testDeps();

test("a webhook of which only the beginning is kept is not tried again, and keeps its reason", async () => {
  const at = await addShop(deps, "cut.myshopify.com");
  const cut = { size: 40 * 1024 * 1024, hmac: Buffer.alloc(32, 7) };
  const { headers, body } = signed(Buffer.from('{"id":1,"na'), {
    "x-shopify-shop-domain": at.shop.domain,
    "x-shopify-hmac-sha256": cut.hmac.toString("base64"),
  });
  await receiveWebhook(deps, { headers, body, cut });
  const intake = async () => valueOf(await readIntake(deps, at.as("viewer")));
  const { dead } = await intake();
  expect(dead).toMatchObject([{ isKept: false }]);
  for (const which of ["all", dead[0]?.id ?? ""])
    expect(refusalOf(await retryMessages(deps, at.as("editor"), which))).toBe("not_found");
  expect((await intake()).dead).toEqual(dead);
  expect(dead[0]?.reason).toMatch(/40\.0 MB/);
});
