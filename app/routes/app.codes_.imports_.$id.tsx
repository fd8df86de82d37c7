import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ImportReviewPage } from "#app/components/code/import-review-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { listCampaigns } from "#app/services/campaign/list-campaigns.server.ts";
import { getImport } from "#app/services/import/get-import.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** `?campaign=` is the one the codes are meant for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = textOrNull(new URL(request.url), "campaign");
  const newest = { status: "all", text: "", sort: "newest", cursor: null } as const;
  const [summary, campaigns, meant] = await Promise.all([
    getImport(deps, actor, params["id"] ?? "").then(valueOrThrow),
    listCampaigns(deps, actor, newest).then(valueOrThrow),
    id === null ? null : getCampaign(deps, actor, id).then(valueOrThrow),
  ]);
  const open = campaigns.rows.filter(
    ({ codes, status }) => codes.kind !== "public" && status !== "ended",
  );
  return json({
    summary,
    campaigns: open.map(({ id, name }) => ({ id, name })),
    campaign: meant && { id: meant.id, name: meant.name },
  });
}

/** Once the codes are used or discarded there is nothing left to show; the page is about to be left. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  return args.formMethod === "POST" ? false : args.defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.summary.fileName ?? "Import"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function ImportReview() {
  const data = useLoaderData<typeof loader>();
  return <ImportReviewPage key={data.summary.id} {...data} />;
}
