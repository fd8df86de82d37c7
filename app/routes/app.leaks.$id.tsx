import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { LeakPage } from "#app/components/insight/leak-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { readLeak } from "#app/services/insight/read-leaks.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const asked = { id: params["id"] ?? "", cursor: textOrNull(new URL(request.url), "cursor") };
  return json({ detail: valueOrThrow(await readLeak(deps, actor, asked)) });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Leak alarm of ${data?.detail.leak.code ?? "a code"} · Bonafide` },
];

export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function LeakAlarm() {
  return <LeakPage {...useLoaderData<typeof loader>()} />;
}
