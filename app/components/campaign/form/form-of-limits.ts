import { LIMIT_ROWS, type CampaignForm } from "#app/domain/campaign/form.ts";
import type { CampaignLimit } from "#app/domain/campaign/limit.ts";

/** The limits of a campaign in the rows of its form; rows without one are empty. */
export function formOfLimits(limits: readonly CampaignLimit[]): Partial<CampaignForm> {
  const fields = LIMIT_ROWS.flatMap((row, index) => {
    const values = valuesOf(limits[index]);
    return row.map((field, at) => [field, values[at] ?? ""]);
  });
  return Object.fromEntries(fields) as Partial<CampaignForm>;
}

function valuesOf(limit: CampaignLimit | undefined): string[] {
  if (!limit) return [];
  const { perCustomer, window, counter } = limit;
  const given = (kind: string, days = "", first = "", last = "") => [
    String(perCustomer),
    kind,
    days,
    first,
    last,
    counter,
  ];
  if (typeof window === "string") return given(window);
  switch (window.kind) {
    case "season":
      return given(`season:${window.season}`);
    case "period":
      return given("period", "", window.first, window.last);
    case "rolling":
      return given("rolling", String(window.days));
  }
}
