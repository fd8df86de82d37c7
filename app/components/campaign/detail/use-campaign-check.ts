import { useEffect, useState } from "react";
import type { CampaignDetail } from "#app/domain/campaign/summary.ts";
import type { Lint } from "#app/domain/naming/lint/lint-name.ts";

type CampaignCheck = { lints: Lint[]; warnings: string[] };

const NOTHING: CampaignCheck = { lints: [], warnings: [] };

/**
 * What the name says wrongly, asked once the page is there: the answer may need Shopify. Fetched by hand, because a
 * check that fails must not put an error in the place of the campaign.
 */
export function useCampaignCheck({ id, wanted }: Pick<CampaignDetail, "id" | "wanted">) {
  const [found, setFound] = useState<{ id: string; check: CampaignCheck } | null>(null);
  const isOver = wanted === "ended";
  useEffect(() => {
    if (isOver) return;
    const stop = new AbortController();
    fetch(`/app/campaigns/${id}/check-name`, { signal: stop.signal })
      .then(async (answer) => (answer.ok ? ((await answer.json()) as CampaignCheck) : NOTHING))
      .then((check) => setFound({ id, check }))
      // Nothing is said about the name then.
      .catch(() => undefined);
    return () => stop.abort();
  }, [id, isOver]);
  return found?.id === id && !isOver ? found.check : NOTHING;
}
