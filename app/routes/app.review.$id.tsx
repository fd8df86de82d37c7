import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation, useSubmit } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { FlagPage } from "#app/components/flag/flag-page.tsx";
import { neighboursOf } from "#app/components/flag/neighbours.ts";
import { saying } from "#app/components/frame/said-toast.tsx";
import { refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { decideFlag } from "#app/services/flag/decide-flag.server.ts";
import { getFlag } from "#app/services/flag/get-flag.server.ts";
import { listFlags } from "#app/services/flag/list-flags.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const id = params["id"] ?? "";
  const [flag, open] = await Promise.all([
    getFlag(deps, actor, id).then(valueOrThrow),
    listFlags(deps, actor, { state: "open", cursor: null }).then(valueOrThrow),
  ]);
  return json({ flag, neighbours: neighboursOf(id, open.rows) });
}

/** Records the decision, then goes on to the next open flag: whoever reviews, reviews several. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const decided = await decideFlag(deps, actor, params["id"] ?? "", {
    decision: fieldOf(posted, "decision"),
    reason: fieldOf(posted, "reason"),
  });
  if (!decided.ok) return refusalResponse(decided.refusal);
  const { next } = decided.value;
  return redirect(saying(next === null ? "/app/review" : `/app/review/${next}`, "flag-decided"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Order ${data.flag.order.name}` : "Review"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function Flag() {
  const { flag, neighbours } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submit = useSubmit();
  const isBusy = useNavigation().formMethod === "POST";
  return (
    <FlagPage
      key={flag.id}
      flag={flag}
      neighbours={neighbours}
      isBusy={isBusy}
      answer={answer}
      onDecide={(decision, reason) =>
        submit({ decision, reason }, { method: "post", action: `/app/review/${flag.id}` })
      }
    />
  );
}
