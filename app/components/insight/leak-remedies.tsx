import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState, type ReactNode } from "react";
import type { Leak } from "#app/domain/insight/leak.ts";
import {
  ChangeModal,
  type ChangeModalProps,
} from "#app/components/campaign/detail/schedule/change-modal.tsx";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** What can be done about a leak; once it was ended, the way back. */
export function LeakRemedies({ leak }: { leak: Leak }) {
  return leak.ended ? <Ended leak={leak} ended={leak.ended} /> : <Remedies leak={leak} />;
}

function Remedies({ leak }: { leak: Leak }) {
  const end = useVerb("The alarm is ended");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          What to do
        </Text>
        {leak.isInUse ? (
          <WhileInUse leak={leak} />
        ) : (
          <Text as="p">{leak.code} is out of use: nobody can order with it any more.</Text>
        )}
        <Remedy {...endOf(leak)} refused={end.refused}>
          <AllowedButton
            action="alarm.set_aside"
            loading={end.isBusy}
            onClick={() => end.send("/app/leaks/end", { id: leak.id })}
          >
            End the alarm
          </AllowedButton>
        </Remedy>
      </BlockStack>
    </Card>
  );
}

/** Why an alarm is ended, and what that does. */
function endOf({ isInUse, campaign }: Leak): { title: string; text: string } {
  if (!isInUse) return { title: "It is dealt with", text: "The alarm ends." };
  const title = "It is no leak";
  if (campaign.isPrivate)
    return { title, text: "The alarm ends, and only later orders can make it ring again." };
  return {
    title,
    text: "From now on, orders are not judged by it. What was flagged until now stays as it is, and only later orders can make it ring again.",
  };
}

function WhileInUse({ leak }: { leak: Leak }) {
  const { campaign } = leak;
  const pause = useVerb(`${campaign.name} is paused`);
  const path = `/app/campaigns/${campaign.id}`;
  return (
    <>
      {campaign.isOn ? (
        <Remedy
          title="Stop it for now"
          text="Checkout refuses the campaign’s codes until you resume it."
          refused={pause.refused}
        >
          <AllowedButton
            action="campaign.edit"
            loading={pause.isBusy}
            onClick={() => pause.send(`${path}/pause`)}
          >
            Pause campaign
          </AllowedButton>
        </Remedy>
      ) : (
        <Text as="p">
          {campaign.name} is not running: checkout refuses its codes, and nobody can use them.
        </Text>
      )}
      <AnotherCode leak={leak} />
      {campaign.isPrivate ? (
        <Remedy
          title="Let everybody have it"
          text="If you do not mind who finds it, untick “Private code”."
        >
          <AllowedButton action="campaign.edit" url={`${path}/edit`}>
            Edit campaign
          </AllowedButton>
        </Remedy>
      ) : (
        <Remedy
          title="You gave it to these people yourself"
          text="Add them to the list it was issued by: their next orders are expected then."
        >
          <AllowedButton action="campaign.edit" url={`${path}/issued`}>
            Add them to the list
          </AllowedButton>
        </Remedy>
      )}
    </>
  );
}

/** Of a code of somebody's own, only that one; else another in its place, or one for each. */
function AnotherCode({ leak }: { leak: Leak }) {
  const { code, campaign } = leak;
  if (campaign.kind === "unique")
    return (
      <Remedy
        title="Take this one code out of use"
        text="The others of the campaign go on working."
      >
        <AllowedButton
          action="code.view"
          url={`/app/codes?${new URLSearchParams({ campaign: campaign.id, q: code })}`}
        >
          See the code
        </AllowedButton>
      </Remedy>
    );
  return (
    <>
      {campaign.kind === "public" && campaign.isOn ? <InItsPlace leak={leak} /> : null}
      <Remedy
        title="Give everyone a code of their own"
        text="Copies the campaign: choose unique codes that work once, send each to one person, then end this campaign."
      >
        <AllowedButton action="campaign.edit" url={`/app/campaigns/new?from=${campaign.id}`}>
          Make personal codes
        </AllowedButton>
      </Remedy>
    </>
  );
}

const REPLACE_BUTTON = "replace-leaked";

/** A public code can be replaced, once. */
function InItsPlace({ leak: { code, codeId, campaign, isLeaving } }: { leak: Leak }) {
  const [isReplacing, setReplacing] = useState(false);
  if (isLeaving)
    return (
      <Remedy
        title="Another code takes its place"
        text={`${code} leaves once its replacement is in Shopify. Send the new one to those it is for.`}
      >
        <AllowedButton
          action="code.view"
          url={`/app/codes?${new URLSearchParams({ campaign: campaign.id })}`}
        >
          See the codes
        </AllowedButton>
      </Remedy>
    );
  if (codeId === null) return null;
  return (
    <Remedy
      title="Put another code in its place"
      text="The old one is refused once the new one is in Shopify. Send the new one to those it is for."
    >
      <AllowedButton id={REPLACE_BUTTON} action="campaign.edit" onClick={() => setReplacing(true)}>
        Replace code
      </AllowedButton>
      {isReplacing ? (
        <ReplaceDialog
          campaignId={campaign.id}
          code={{ id: codeId, code }}
          onClose={() => setReplacing(false)}
        />
      ) : null}
    </Remedy>
  );
}

/** Gives the focus back to its button once it is gone: while it is there it keeps it. */
function ReplaceDialog(props: Pick<ChangeModalProps, "campaignId" | "code" | "onClose">) {
  useEffect(() => () => document.getElementById(REPLACE_BUTTON)?.focus(), []);
  return <ChangeModal {...props} kinds={["rotate"]} isAlike={false} at="now" />;
}

type RemedyProps = {
  title: ReactNode;
  text: string;
  refused?: string | null;
  children: ReactNode;
};

function Remedy({ title, text, refused = null, children }: RemedyProps) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <div className="bf-queued">
        <BlockStack gap="050">
          <Text as="h3" variant="bodyMd" fontWeight="semibold">
            {title}
          </Text>
          <Text as="p" tone="subdued">
            {text}
          </Text>
          {refused === null ? null : (
            <Text as="p" tone="critical">
              {refused}
            </Text>
          )}
        </BlockStack>
      </div>
      {children}
    </InlineStack>
  );
}

type EndedProps = { leak: Leak; ended: NonNullable<Leak["ended"]> };

function Ended({ leak: { id, campaign }, ended }: EndedProps) {
  const back = useVerb("The alarm is back");
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          The alarm is ended
        </Text>
        <Remedy
          title={
            <>
              {`${ended.by} ended the alarm, `}
              <When at={ended.at} />
            </>
          }
          text={`${campaign.isPrivate ? "" : "What was flagged before stays as it is. "}Only later orders can make it ring again.`}
          refused={back.refused}
        >
          <AllowedButton
            action="alarm.set_aside"
            loading={back.isBusy}
            accessibilityLabel="Undo: the alarm is ended"
            onClick={() => back.send("/app/leaks/bring-back", { id })}
          >
            Undo
          </AllowedButton>
        </Remedy>
      </BlockStack>
    </Card>
  );
}
