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
import { refusalResponse, throwRefusal, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf } from "#app/routing/posted.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { saveConvention } from "#app/services/naming/save-convention.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const [conventions, fields] = await Promise.all([
    listConventions(deps, actor, { retired: true }).then(valueOrThrow),
    listFields(deps, actor).then(valueOrThrow),
  ]);
  const message = "This convention does not exist, or not any more.";
  const convention =
    conventions.find(({ id }) => id === params["id"]) ??
    throwRefusal({ kind: "not_found", message });
  const { id, name, pattern, version, isActive } = convention;
  return json({ id, initial: { name, pattern }, version, isActive, fields });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = { name: fieldOf(posted, "name"), pattern: fieldOf(posted, "pattern") };
  const saved = await saveConvention(deps, actor, { id: params["id"] ?? "", ...form });
  if (!saved.ok) return refusalResponse(saved.refusal);
  return redirect(saying("/app/settings/conventions", "convention-saved"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.initial.name ?? "Convention"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function EditConvention() {
  const { id, initial, version, isActive, fields } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = { content: "Conventions", url: "/app/settings/conventions" };
  return (
    <Page title={initial.name} backAction={back}>
      <ConventionForm
        key={id}
        initial={initial}
        fields={fields}
        nextVersion={version + 1}
        isRetired={!isActive}
        answer={answer}
      />
    </Page>
  );
}
