import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { BacktestPage } from "#app/components/backtest/backtest-page.tsx";
import { outcomeResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf, jsonOf } from "#app/routing/posted.ts";
import { askBacktest } from "#app/services/backtest/ask-backtest.server.ts";
import { readBacktest } from "#app/services/backtest/read-backtest.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json(valueOrThrow(await readBacktest(deps, actor)));
}

/** Tries two ways of judging; a job answers. */
export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const form = await request.formData();
  const wayOf = (side: "first" | "second") => ({
    policy: fieldOf(form, `${side}.policy`),
    flagFrom: form.has(`${side}.flagFrom`) ? fieldOf(form, `${side}.flagFrom`) : null,
  });
  const asked = { first: wayOf("first"), second: wayOf("second"), draft: jsonOf(form, "draft") };
  return outcomeResponse(await askBacktest(deps, actor, asked));
}

export const meta: MetaFunction = () => [{ title: "Backtest · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Backtest() {
  return <BacktestPage {...useLoaderData<typeof loader>()} />;
}
