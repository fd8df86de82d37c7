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
import { formOfDuplicate } from "#app/components/campaign/form/form-of-campaign.ts";
import { shopLocalMinute } from "#app/components/format/date.ts";
import { saying } from "#app/components/frame/said-toast.tsx";
import { allChosen, NOTHING_CHOSEN } from "#app/domain/campaign/chosen.ts";
import { emptyCampaignForm, readCampaignForm } from "#app/domain/campaign/form.ts";
import { refusalResponse, valueOrThrow } from "#app/routing/outcome-response.ts";
import { textOrNull } from "#app/routing/search-params.ts";
import { createCampaign } from "#app/services/campaign/create-campaign.server.ts";
import { getCampaign } from "#app/services/campaign/get-campaign.server.ts";
import { showChosen } from "#app/services/chosen/name-chosen.server.ts";
import { listConventions } from "#app/services/naming/list-conventions.server.ts";
import { listTermChoices } from "#app/services/campaign/list-term-choices.server.ts";
import { openSession } from "#app/services/session/open-session.server.ts";

export { PageErrorBoundary as ErrorBoundary } from "#app/components/frame/page-error.tsx";

/** `?from=` prefills the form with another campaign's terms, `?import=` with codes somebody brought. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { deps, actor, shop } = await openSession(request);
  const url = new URL(request.url);
  const from = textOrNull(url, "from");
  const importId = textOrNull(url, "import");
  const [conventions, choices, model] = await Promise.all([
    listConventions(deps, actor).then(valueOrThrow),
    listTermChoices(deps, actor).then(valueOrThrow),
    from === null ? null : getCampaign(deps, actor, from).then(valueOrThrow),
  ]);
  const nowLocal = shopLocalMinute(deps.now().toISOString(), shop.timeZone);
  const empty = model
    ? formOfDuplicate(model, shop.timeZone, nowLocal)
    : { ...emptyCampaignForm(nowLocal), conventionId: conventions[0]?.id ?? "" };
  const initial = importId === null ? empty : { ...empty, codeKind: "list", importId };
  const ids = model ? allChosen(model) : NOTHING_CHOSEN;
  const { named: chosen } = valueOrThrow(await showChosen(deps, actor, ids));
  return json({ conventions, choices, initial, chosen, copyOf: model?.name ?? null });
}

export async function action({ request }: ActionFunctionArgs) {
  const { deps, actor } = await openSession(request);
  const posted = await request.formData();
  const created = await createCampaign(
    deps,
    actor,
    readCampaignForm((name) => posted.get(name)),
  );
  if (!created.ok) return refusalResponse(created.refusal);
  return redirect(saying(`/app/campaigns/${created.value.id}`, "campaign-created"));
}

export const meta: MetaFunction = () => [{ title: "New campaign · Bonafide" }];
export const headers: HeadersFunction = (args) => boundary.headers(args);

export default function NewCampaign() {
  const { conventions, choices, initial, chosen, copyOf } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title="New campaign"
      {...(copyOf ? { subtitle: `With the terms of ${copyOf}` } : {})}
      backAction={{ content: "Campaigns", url: "/app/campaigns" }}
    >
      <CampaignFormCards
        key={copyOf}
        initial={initial}
        conventions={conventions}
        choices={choices}
        chosen={chosen}
        isExisting={false}
        isPrefilled={copyOf !== null}
        answer={answer}
      />
    </Page>
  );
}
