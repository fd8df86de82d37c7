import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ChangedUsesPage } from "#app/components/replay/changed-uses-page.tsx";
import { askedChangedUses } from "#app/routing/asked-changed-uses.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf } from "#app/routing/search-params.ts";
import { listChangedUses } from "#app/services/replay/list-changed-uses.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** It ends with a code, which is 255 letters at most. */
const CURSOR_LENGTH = 300;

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const cursor = textOf(url, "cursor", CURSOR_LENGTH) || null;
  const asked = { ...askedChangedUses(url), cursor };
  return json(valueOrThrow(await listChangedUses(deps, actor, asked)));
}

export const meta: MetaFunction = () => [{ title: "Orders that would change · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function WhatIfOrders() {
  return <ChangedUsesPage {...useLoaderData<typeof loader>()} />;
}
