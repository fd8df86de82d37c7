import { expect, test } from "vitest";

import { readConfig } from "#app/services/replay/read-config.server.ts";
import { setUpShop } from "#app/services/replay/set-up-shop.server.ts";
import { testDeps } from "#test/support/test-deps.ts";

const CONFIG = `
shop: {timezone: Europe/Berlin, currency: EUR}
campaigns: [{key: SUMMER26, codes: [SUMMER26], once: true}]
`;
const deps = await Promise.all([1, 2].map(() => testDeps()));

test("the same files are encoded the same each time, whatever is random", async () => {
  const config = readConfig(CONFIG);
  if (!config.ok) throw new Error(config.problems.join("\n"));
  const stages = await Promise.all(
    deps.map((each, n) =>
      setUpShop(
        { ...each, randomBytes: (length) => new Uint8Array(length).fill(n) },
        config.config,
      ),
    ),
  );
  const [one, other] = stages.map(({ shop }) => shop.identityKey);
  expect(one).toEqual(other);
});
