import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { SyncPage } from "#app/components/settings/sync-page.tsx";
import type { DriftSummary } from "#app/domain/discount/drift.ts";
import type { SyncQueue } from "#app/domain/discount/sync.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { listDrift } from "#app/services/sync/list-drift.server.ts";
import { readQueue } from "#app/services/sync/read-queue.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const queue = valueOrThrow(await readQueue(deps, actor));
  const drift = valueOrThrow(await listDrift(deps, actor));
  return json({ queue, drift });
}

export const meta: MetaFunction = () => [{ title: "Shopify sync · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Sync() {
  // A discount's values are plain JSON already, which the type of what is loaded cannot know.
  const page = useLoaderData() as { queue: SyncQueue; drift: DriftSummary[] };
  return <SyncPage {...page} />;
}
