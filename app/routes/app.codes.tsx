import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { json } from "@remix-run/node";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { CodesPage } from "#app/components/code/codes-page.tsx";
import { isUnfiltered, readCodeQuery } from "#app/components/code/list-query.ts";
import { valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { explainCode } from "#app/services/code/explain-code.server.ts";
import { listCodes } from "#app/services/code/list-codes.server.ts";
import { readCodeChoices } from "#app/services/code/read-code-choices.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";
import { listViews } from "#app/services/view/list-views.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const url = new URL(request.url);
  const query = readCodeQuery(url);
  const question = { filter: { ...query, holder: null }, cursor: textOrNull(url, "cursor") };
  const [page, choices, views] = await Promise.all([
    listCodes(deps, actor, question).then(valueOrThrow),
    readCodeChoices(deps, actor).then(valueOrThrow),
    listViews(deps, actor, "codes").then(valueOrThrow),
  ]);
  const isMissed = query.text !== "" && page.total === 0;
  const told = isMissed ? valueOrThrow(await explainCode(deps, actor, query.text)) : null;
  // Behind other filters, what is no code by itself may well be a piece of one.
  const answer = told?.found || isUnfiltered({ ...query, text: "" }) ? told : null;
  return json({ page, query, choices, views, answer });
}

/** Looking up a person's codes changes none of what the page shows otherwise. */
export function shouldRevalidate(args: ShouldRevalidateFunctionArgs) {
  return args.formAction === "/app/codes/holder" ? false : args.defaultShouldRevalidate;
}

export const meta: MetaFunction = () => [{ title: "Codes · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Codes() {
  return <CodesPage {...useLoaderData<typeof loader>()} />;
}
