import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { boundary } from "@shopify/shopify-app-remix/server";
import { saying } from "#app/components/frame/said-toast.tsx";
import { isEditable } from "#app/components/naming/field-draft.ts";
import { FieldPage } from "#app/components/naming/field-page.tsx";
import { refusalResponse, throwRefusal, valueOrThrow } from "#app/routing/outcome-response.ts";
import { fieldOf, jsonOf } from "#app/routing/posted.ts";
import { listFields } from "#app/services/naming/list-fields.server.ts";
import { saveField } from "#app/services/naming/save-field.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const fields = valueOrThrow(await listFields(deps, actor));
  const message = "This field does not exist, or comes with Bonafide and cannot change.";
  const field =
    fields.find(({ id, ...rest }) => id === params["id"] && isEditable(rest)) ??
    throwRefusal({ kind: "not_found", message });
  return json({ field });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    id: params["id"] ?? "",
    label: fieldOf(posted, "label"),
    type: jsonOf(posted, "type"),
    isNew: false,
  };
  const saved = await saveField(deps, actor, form);
  if (!saved.ok) return refusalResponse(saved.refusal);
  return redirect(saying("/app/settings/naming/fields", "field-saved"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `{${data.field.id}}` : "Field"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function EditField() {
  const { field } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <FieldPage key={field.id} field={field} answer={answer} />;
}
