import { useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { BlockStack, Form, Layout } from "@shopify/polaris";
import { useEffect } from "react";
import type { Chosen } from "#app/domain/campaign/chosen.ts";
import type { CampaignForm } from "#app/domain/campaign/form.ts";
import { FormSaveBar } from "#app/components/frame/form-save-bar.tsx";
import { NotAllowedBanner } from "#app/components/frame/not-allowed-banner.tsx";
import { useFrame } from "#app/components/frame/shop-context.tsx";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { AudienceCard } from "./audience-card.tsx";
import { BuysCard } from "./buys-card.tsx";
import type { ConventionChoice, FormBinding, TermChoices } from "./binding.ts";
import { CodesCard } from "./codes-card.tsx";
import { CombinesCard } from "./combines-card.tsx";
import { DatesCard } from "./dates-card.tsx";
import { FreesCard } from "./frees-card.tsx";
import { GetsCard } from "./gets-card.tsx";
import { GuestsCard } from "./guests-card.tsx";
import { LimitsCard } from "./limits-card.tsx";
import { MinimumCard } from "./minimum-card.tsx";
import { NameCard } from "./name-card.tsx";
import { OfferCard } from "./offer-card.tsx";
import { focusField, ProblemsBanner } from "./problems-banner.tsx";
import { SummaryCard } from "./summary-card.tsx";
import { postedFields, useCampaignForm } from "./use-campaign-form.ts";
import { useChosenNames } from "./use-chosen-names.ts";
import { useNameCheck } from "./use-name-check.ts";

const NO_PROBLEMS: RefusalBody["problems"] = [];
const NOTHING_CHOSEN: readonly Chosen[] = [];

type Props = {
  initial: CampaignForm;
  conventions: readonly ConventionChoice[];
  choices: TermChoices;
  /** The names of what the form begins with. */
  chosen?: readonly Chosen[];
  isExisting: boolean;
  /** A prefilled form is worth saving as it stands. */
  isPrefilled?: boolean;
  answer: RefusalBody | undefined;
};

/** The campaign form: cards on the left, what they come to on the right, the save bar above. */
export function CampaignFormCards(props: Props) {
  const { initial, conventions, choices, isExisting, answer } = props;
  const { shop } = useFrame();
  const submit = useSubmit();
  const navigation = useNavigation();
  const { hash, pathname } = useLocation();
  const state = useCampaignForm(initial, answer?.problems ?? NO_PROBLEMS);
  const names = useChosenNames(props.chosen ?? NOTHING_CHOSEN);
  const nameCheck = useNameCheck(state.values, !isExisting);
  const isSaving = navigation.state !== "idle" && navigation.formMethod === "POST";
  const save = () => submit(postedFields(state.values), { method: "post", action: pathname });
  useEffect(() => {
    if (hash) focusField(hash.slice(1));
  }, [hash]);
  const form: FormBinding = {
    values: state.values,
    initial,
    set: state.set,
    errorOf: (field) => state.sorted.byField.get(field) ?? false,
    isExisting,
    nameCheck,
    choices,
    names,
  };
  const isBuyXGetY = state.values.offerKind === "buy_x_get_y";
  const refused = answer && answer.refusal.kind !== "invalid" ? answer.refusal.message : null;
  return (
    <Form onSubmit={save}>
      <FormSaveBar
        id="campaign-save-bar"
        isDirty={state.isDirty || props.isPrefilled === true}
        isSaving={isSaving}
        onSave={save}
        onDiscard={state.reset}
      />
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <NotAllowedBanner action="campaign.edit" />
            <ProblemsBanner sorted={state.sorted} message={refused} />
            <NameCard form={form} conventions={conventions} />
            <OfferCard form={form} currency={shop.currency} />
            {isBuyXGetY ? (
              <>
                <BuysCard form={form} currency={shop.currency} />
                <GetsCard form={form} />
              </>
            ) : (
              <MinimumCard form={form} currency={shop.currency} />
            )}
            <CodesCard form={form} conventions={conventions} />
            <LimitsCard form={form} currency={shop.currency} />
            <AudienceCard form={form} />
            <GuestsCard form={form} />
            <DatesCard form={form} />
            <CombinesCard form={form} />
            <FreesCard form={form} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <div className="bf-sticky">
            <SummaryCard form={form} />
          </div>
        </Layout.Section>
      </Layout>
    </Form>
  );
}
