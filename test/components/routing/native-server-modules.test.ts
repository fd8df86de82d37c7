import { expect, it } from "vitest";
import { nativeServerModules } from "#app/routing/native-server-modules.ts";

const plugin = nativeServerModules();
const resolve = plugin.resolveId as (
  source: string,
  importer: undefined,
  options: { ssr: boolean },
) => unknown;

it.each([
  ["#app/services/campaign/get-campaign.server.ts", true, "left to Node"],
  ["#app/infra/deps.server.ts", true, "left to Node"],
  ["#app/domain/campaign/form.ts", true, "bundled"],
  ["#app/components/home/home-page.tsx", true, "bundled"],
  ["react", true, "bundled"],
  // Remix itself refuses server files in the browser's bundle; making them external would hide them from it.
  ["#app/services/campaign/get-campaign.server.ts", false, "bundled"],
])("%s (server: %s) is %s", (source, ssr, expected) => {
  const answer = resolve(source, undefined, { ssr });
  expect(answer).toEqual(expected === "left to Node" ? { id: source, external: true } : null);
});
