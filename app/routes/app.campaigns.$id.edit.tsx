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
import { CampaignFormCards } from "#app/components/campaign/form/campaign-form.tsx";
import { formOfCampaign } from "#app/components/campaign/form/form-of-campaign.ts";
import { saying } from "#app/components/frame/said-toast.tsx";
import { allChosen } from "#app/domain/campaign/chosen.ts";
import { readCampaignForm } from "#app/domain/campaign/form.ts";
import { refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { changeCampaign } from "#app/services/campaign/change-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { showChosen } from "#app/services/chosen/name-chosen.server.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { listTermChoices } from "#app/services/campaign/list-term-choices.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { deps, actor, shop } = await openSession(request);
  const [campaign, conventions, choices] = await Promise.all([
    getCampaign(deps, actor, params["id"] ?? "").then(valueOrThrow),
    listConventions(deps, actor).then(valueOrThrow),
    listTermChoices(deps, actor).then(valueOrThrow),
  ]);
  const initial = formOfCampaign(campaign, shop.timeZone);
  const { named: chosen } = valueOrThrow(await showChosen(deps, actor, allChosen(campaign)));
  return json({ id: campaign.id, name: campaign.name, initial, chosen, conventions, choices });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const form = readCampaignForm((name) => posted.get(name));
  const changed = await changeCampaign(deps, actor, params["id"] ?? "", form);
  if (!changed.ok) return refusalResponse(changed.refusal);
  return redirect(saying(`/app/campaigns/${changed.value.id}`, "campaign-changed"));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.name ?? "campaign"} · Bonafide` },
];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function EditCampaign() {
  const { id, name, initial, chosen, conventions, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page title={`Edit ${name}`} backAction={{ content: name, url: `/app/campaigns/${id}` }}>
      <CampaignFormCards
        key={id}
        initial={initial}
        conventions={conventions}
        choices={choices}
        chosen={chosen}
        isExisting
        answer={answer}
      />
    </Page>
  );
}
