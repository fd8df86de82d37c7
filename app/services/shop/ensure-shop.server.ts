import type { Deps } from "#app/infra/deps.server.ts";
import type { Shop } from "#app/infra/db/generated/client.ts";

/**
 * The row of a shop, made on first sight (its first visit, or a webhook that came before it). Details such as the time
 * zone follow from Shopify with `welcomeShop`.
 */
export async function ensureShop(deps: Deps, domain: string): Promise<Shop> {
  const { prisma } = deps.database;
  const known = await prisma.shop.findUnique({ where: { domain } });
  if (known) return known;
  await prisma.shop.createMany({
    skipDuplicates: true,
    data: {
      domain,
      name: domain.replace(/\.myshopify\.com$/, ""),
      timeZone: "UTC",
      currency: "USD",
      identityKey: deps.randomBytes(32),
      guestKey: deps.randomBytes(16),
      codeKey: deps.randomBytes(16),
      createdAt: deps.now(),
    },
  });
  return prisma.shop.findUniqueOrThrow({ where: { domain } });
}
