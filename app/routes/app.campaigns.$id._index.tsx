import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CampaignPage } from "#app/components/campaign/detail/campaign-page.tsx";
import { allChosen } from "#app/domain/campaign/chosen.ts";
import { idsIn } from "#app/domain/discount/named.ts";
import type { CampaignSync } from "#app/domain/discount/sync.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { listAudit } from "#app/services/audit/list-audit.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { showChosen } from "#app/services/chosen/name-chosen.server.ts";
import { listChanges } from "#app/services/schedule/list-changes.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { getSync } from "#app/services/sync/get-sync.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = params["id"] ?? "";
  const campaign = valueOrThrow(await getCampaign(deps, actor, id));
  const subject = { kind: "campaign" as const, id };
  const trail = valueOrThrow(await listAudit(deps, actor, { subject, cursor: null }));
  const sync = valueOrThrow(await getSync(deps, actor, id));
  const ids = allChosen(campaign);
  const { named: chosen } = valueOrThrow(
    await showChosen(deps, actor, ids, idsIn(sync.names, "customer")),
  );
  const schedule = valueOrThrow(await listChanges(deps, actor, id));
  return json({ campaign, trail, sync, chosen, schedule });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.campaign.name ?? "Campaign"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Campaign() {
  const { sync, ...page } = useLoaderData<typeof loader>();
  // A discount's values are plain JSON already, which the type of what was loaded cannot know.
  return <CampaignPage {...page} sync={sync as CampaignSync} />;
}
