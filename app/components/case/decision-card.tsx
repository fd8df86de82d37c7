import { BlockStack, Button, Card, Text, Tooltip } from "@shopify/polaris";
import { useEffect, useRef, type RefObject } from "react";
import type { CaseDecision } from "#app/domain/case/case.ts";
import type { DecisionForm } from "#app/domain/case/decision.ts";
import { isOnePerson } from "#app/domain/case/graph.ts";
import type { CaseDetail } from "#app/domain/case/summary.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useMay } from "#app/components/frame/use-may.ts";
import { DecisionFields } from "./decision-fields.tsx";
import type { ChosenForm } from "./use-decision-form.ts";

type Props = {
  detail: CaseDetail;
  form: ChosenForm | null;
  /** Raised by every choice made with a key: the button takes the focus, so that Enter saves. */
  chosenByKey: number;
  isBusy: boolean;
  refused: string | null;
  errorOf: (field: string) => string | false;
  onChoose: (decision: CaseDecision) => void;
  onChange: (changes: Partial<Omit<DecisionForm, "decision">>) => void;
  onSave: () => void;
};

/** The decision to be made, with what the policy proposes. */
export function DecisionCard(props: Props) {
  const { detail, form, chosenByKey, isBusy, refused, errorOf, onChoose, onChange, onSave } = props;
  const { may, why } = useMay("flag.decide");
  const button = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosenByKey > 0) button.current?.querySelector("button")?.focus();
  }, [chosenByKey]);
  useRefusalFocus(isBusy, button);
  const save = (
    <Button
      variant="primary"
      fullWidth
      disabled={!may || !form}
      loading={isBusy}
      onClick={onSave}
      {...(form?.decision === "abuse" ? { tone: "critical" as const } : {})}
    >
      Save decision
    </Button>
  );
  return (
    <Card>
      <div id="decision">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Decision
          </Text>
          {detail.policy ? (
            <Text as="p" variant="bodySm" tone="subdued" breakWord>
              {`Your policy: ${detail.policy.text}`}
            </Text>
          ) : null}
          <RefusedBanner title="Not decided" message={refused} />
          <DecisionFields
            {...{ form, errorOf, onChoose, onChange }}
            groups={detail.groups}
            canSplit={detail.links.some(isOnePerson)}
            canJoin={detail.links.some(({ decided }) => decided !== "together")}
            isDisabled={!may}
          />
          <div ref={button}>
            {may ? (
              save
            ) : (
              <Tooltip content={why} accessibilityLabel={why}>
                {save}
              </Tooltip>
            )}
          </div>
        </BlockStack>
      </div>
    </Card>
  );
}

/** A button that waits loses the focus. After a refusal it is where something is to be mended, else at the button again. */
function useRefusalFocus(isBusy: boolean, button: RefObject<HTMLElement>): void {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy) {
      const wrong = document.querySelector<HTMLElement>("#decision [aria-invalid=true]");
      (wrong ?? button.current?.querySelector("button"))?.focus();
    }
    wasBusy.current = isBusy;
  }, [isBusy, button]);
}
