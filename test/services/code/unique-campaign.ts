import type { CodeBatch } from "#app/infra/db/generated/client.ts";
import { uniqueCodes } from "#app/domain/code/unique-code.ts";
import { codeSpaceOf } from "#app/services/code/code-space.server.ts";
import { makeCodes } from "#app/services/code/make-codes.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import type { TestDeps } from "#test/support/test-deps.ts";
import { addCampaign, valueOf, type TestShop } from "#test/support/test-shop.ts";

/** A campaign of so many unique codes whose prefix is “NAME-”; `unique` is the part of the pattern after it. */
export async function addUniqueCampaign(
  deps: TestDeps,
  at: TestShop,
  name: string,
  { count, unique = "8" }: { count: number; unique?: string },
): Promise<string> {
  const pattern = `${name.slice(0, 3)}{campaign}-{unique:${unique}}`;
  const convention = { name: pattern.slice(0, 60), pattern };
  const { id: conventionId } = valueOf(await saveConvention(deps, at.as("editor"), convention));
  return addCampaign(
    deps,
    { ...at, conventionId },
    { name, codeKind: "unique", codeCount: String(count) },
  );
}

/** What a campaign's batches, its own count and the codes that are there say, to be held against each other. */
export async function stateOf(deps: TestDeps, shopId: number, id: string) {
  const key = { shopId_id: { shopId, id } };
  const { codeCount, nextSerial } = await deps.database.prisma.campaign.findUniqueOrThrow({
    where: key,
  });
  const { rows } = await deps.database.pool.query<{ codes: number; keys: number }>(
    `SELECT count(*)::int AS codes, count(DISTINCT code_key)::int AS keys FROM code
     WHERE shop_id = $1 AND campaign_id = $2`,
    [shopId, id],
  );
  return { codeCount, nextSerial, ...rows[0] };
}

export function batchOf(deps: TestDeps, campaignId: string, wanted: number): Promise<CodeBatch> {
  return deps.database.prisma.codeBatch.findFirstOrThrow({ where: { campaignId, wanted } });
}

/** Works off the jobs that make codes, as a worker would, until there are none. */
export async function makeAll(deps: TestDeps): Promise<void> {
  for (;;) {
    const jobs = (await deps.takeJobs()).filter((job) => job.name === "make-codes");
    if (jobs.length === 0) return;
    for (const { data } of jobs) await makeCodes(deps, data);
  }
}

/** The codes of the first serials of a campaign's permutation. */
export async function firstCodes(deps: TestDeps, at: TestShop, id: string, count: number) {
  const campaign = await deps.database.prisma.campaign.findUniqueOrThrow({
    where: { shopId_id: { shopId: at.shop.id, id } },
  });
  return Array.from({ length: count }, (_, serial) => serial).map(
    uniqueCodes(codeSpaceOf(at.shop, campaign)),
  );
}

/** The codes a campaign has, in the order they were made. */
export async function codesOf(deps: TestDeps, shopId: number, id: string): Promise<string[]> {
  const { rows } = await deps.database.pool.query<{ code: string }>(
    "SELECT code FROM code WHERE shop_id = $1 AND campaign_id = $2 ORDER BY serial, id",
    [shopId, id],
  );
  return rows.map(({ code }) => code);
}
