import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { WhyNotPage } from "#app/components/verdict/why-not-page.tsx";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOf, textOrNull } from "#app/routing/search-params.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { readWhyNot } from "#app/services/verdict/read-why-not.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const choices = valueOrThrow(await readWhyNot(deps, actor, textOrNull(url, "order")));
  return json({ choices, code: textOf(url, "code"), at: textOf(url, "at", 16) });
}

export const meta: MetaFunction = () => [{ title: "Why not? · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function WhyNot() {
  const { choices, code, at } = useLoaderData<typeof loader>();
  const { order } = choices;
  // A question from elsewhere begins anew.
  return (
    <WhyNotPage
      key={`${code} ${at} ${order?.id ?? ""}`}
      choices={choices}
      initial={{ code, at, order: order?.id ?? "" }}
    />
  );
}
