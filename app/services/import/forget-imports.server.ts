import type { Deps } from "#app/infra/deps.server.ts";

const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;

/** Forgets codes that were brought and not used within a week. */
export async function forgetImports(deps: Deps): Promise<void> {
  const before = new Date(deps.now().getTime() - KEPT_MS);
  const { prisma } = deps.database;
  const old = await prisma.codeImport.findMany({
    where: { createdAt: { lt: before }, state: { not: "used" } },
    select: { shopId: true, id: true },
  });
  for (const { shopId, id } of old) {
    await prisma.$transaction([
      prisma.codeImportRow.deleteMany({ where: { shopId, importId: id } }),
      prisma.codeImport.deleteMany({ where: { shopId, id, state: { not: "used" } } }),
    ]);
  }
}
