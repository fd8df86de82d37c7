import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Page } from "@shopify/polaris";
import { boundary } from "@shopify/shopify-app-remix/server";
import { saying } from "#app/components/frame/said-toast.tsx";
import { draftOf } from "#app/components/naming/field-draft.ts";
import { FieldForm } from "#app/components/naming/field-form.tsx";
import { refusalResponse } from "#app/routing/outcome-response.ts";
import { fieldOf, jsonOf } from "#app/routing/posted.ts";
import { saveField } from "#app/services/naming/save-field.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

const EMPTY = draftOf(null);

export async function loader({ request }: LoaderFunctionArgs) {
  await openSession(request);
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = {
    id: fieldOf(posted, "id"),
    label: fieldOf(posted, "label"),
    type: jsonOf(posted, "type"),
    isNew: true,
  };
  const saved = await saveField(deps, actor, form);
  if (!saved.ok) return refusalResponse(saved.refusal);
  return redirect(saying("/app/settings/naming/fields", "field-saved"));
}

export const meta: MetaFunction = () => [{ title: "New field · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function NewField() {
  const answer = useActionData<typeof action>();
  const back = { content: "Fields", url: "/app/settings/naming/fields" };
  return (
    <Page title="New field" backAction={back}>
      <FieldForm initial={EMPTY} isNew usedBy={[]} answer={answer} />
    </Page>
  );
}
