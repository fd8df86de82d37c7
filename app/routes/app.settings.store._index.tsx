import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { readMappedFilter } from "#app/components/store/list-query.ts";
import { StorePage } from "#app/components/store/store-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { listMapped } from "#app/services/adoption/list-mapped.server.ts";
import { readAdoption } from "#app/services/adoption/read-adoption.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const filter = readMappedFilter(url);
  // First: conventions may have changed, and the discounts are mapped anew then.
  const store = valueOrThrow(await readAdoption(deps, actor));
  const question = { filter, cursor: textOrNull(url, "cursor") };
  const page = valueOrThrow(await listMapped(deps, actor, question));
  return json({ store, page, filter });
}

export const meta: MetaFunction = () => [{ title: "Your store’s discounts · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Store() {
  return <StorePage {...useLoaderData<typeof loader>()} />;
}
