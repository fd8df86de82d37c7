import { codeKey } from "#app/domain/code/code-key.ts";
import { hasPattern, meetInTime } from "#app/domain/replay/read-promotions.ts";
import type { Deps } from "#app/infra/deps.server.ts";
import { assignCodes, type Assigned } from "./assign-codes.server.ts";
import type { Stage, StagedCampaign } from "./stage.server.ts";

export type CodeCollector = {
  /** Takes note of a code that somebody used or was given. */
  meet(code: string): void;
  /** Writes what was noted; to be called now and then, and at the end. */
  flush(): Promise<void>;
};

/** Codes remembered as seen before; then they are forgotten, because a file may have any number. */
const REMEMBERED = 200_000;

/**
 * Gives campaigns with a pattern the codes that it reads, as they are met: nobody lists them. A code that is another
 * campaign's by its list stays that one's, as does one that an earlier pattern reads at the same time.
 */
export function collectCodes(deps: Deps, { shop, campaigns }: Stage): CodeCollector {
  const byPattern = campaigns.filter(({ pattern }) => pattern !== null);
  const listed = new Map<string, StagedCampaign[]>();
  for (const campaign of campaigns)
    for (const code of campaign.codes)
      listed.set(codeKey(code), [...(listed.get(codeKey(code)) ?? []), campaign]);
  const seen = new Set<string>();
  let found: Assigned[] = [];
  return {
    meet(code) {
      const key = codeKey(code);
      if (byPattern.length === 0 || key === "" || seen.has(key)) return;
      if (seen.size >= REMEMBERED) seen.clear();
      seen.add(key);
      const owners = [...(listed.get(key) ?? [])];
      for (const campaign of byPattern) {
        const isTaken = owners.some((owner) => meetInTime(owner, campaign));
        if (isTaken || !hasPattern(campaign, code)) continue;
        owners.push(campaign);
        found.push({ campaign, code: code.trim(), key });
      }
    },
    async flush() {
      const codes = found;
      found = [];
      await deps.database.prisma.$transaction((tx) => assignCodes(tx, shop.id, codes, deps.now()));
    },
  };
}
