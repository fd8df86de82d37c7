import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { WhatIfPage } from "#app/components/replay/what-if-page.tsx";
import type { HistoryPage, TriedSide } from "#app/domain/replay/history.ts";
import { outcomeResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { askHistoryReplay } from "#app/services/replay/ask-history-replay.server.ts";
import { readHistoryReplay } from "#app/services/replay/read-history-replay.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** `?campaign=` is the one to ask about. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const campaign = textOrNull(new URL(request.url), "campaign");
  return json({ ...valueOrThrow(await readHistoryReplay(deps, actor)), campaign });
}

/** Asks; a job answers. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const form = await request.formData();
  const limitOf = (side: TriedSide) => ({
    perCustomer: fieldOf(form, `${side}.perCustomer`),
    limitWindow: fieldOf(form, `${side}.limitWindow`),
    limitDays: fieldOf(form, `${side}.limitDays`),
  });
  return outcomeResponse(
    await askHistoryReplay(deps, actor, {
      campaignId: fieldOf(form, "campaignId"),
      first: limitOf("first"),
      second: fieldOf(form, "hasSecond") === "yes" ? limitOf("second") : null,
    }),
  );
}

export const meta: MetaFunction = () => [{ title: "What would this have done? · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function WhatIf() {
  const { campaign, ...page } = useLoaderData<typeof loader>();
  // Limits are plain JSON already, which the type of what was loaded cannot know.
  return <WhatIfPage {...(page as HistoryPage)} campaign={campaign} />;
}
