import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { ConventionForm } from "#app/components/convention/convention-form.tsx";
import { saying } from "#app/components/frame/said-toast.tsx";
import { refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

const EMPTY = { name: "", pattern: "" };

export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  return json({ fields: valueOrThrow(await listFields(deps, actor)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = { name: fieldOf(posted, "name"), pattern: fieldOf(posted, "pattern") };
  const saved = await saveConvention(deps, actor, form);
  if (!saved.ok) return refusalResponse(saved.refusal);
  return redirect(saying("/app/settings/conventions", "convention-saved"));
}

export const meta: MetaFunction = () => [{ title: "New convention · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function NewConvention() {
  const { fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = { content: "Conventions", url: "/app/settings/conventions" };
  return (
    <Page title="New convention" backAction={back}>
      <ConventionForm initial={EMPTY} fields={fields} nextVersion={1} answer={answer} />
    </Page>
  );
}
