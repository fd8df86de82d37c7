import { useNavigate } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useEffect, useState } from "react";
import type { NamingField } from "#app/domain/naming/summary.ts";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";
import type { RefusalBody } from "#app/routing/outcome-response.ts";
import { DeleteFieldModal } from "./delete-field-modal.tsx";
import { draftOf } from "./field-draft.ts";
import { FieldForm } from "./field-form.tsx";

const FIELDS = "/app/settings/naming/fields";

/** One field: its own values, or for a built-in one those the shop puts in their place. */
export function FieldPage({
  field,
  answer,
}: {
  field: NamingField;
  answer: RefusalBody | undefined;
}) {
  const { id, label, isOwn, isBuiltIn, usedBy } = field;
  const navigate = useNavigate();
  const allowed = useAllowed("convention.edit");
  const remove = useVerb(isBuiltIn ? `{${id}} is as it comes with Bonafide` : `{${id}} is deleted`);
  const [isAsking, setAsking] = useState(false);
  const { isDone } = remove;
  useEffect(() => {
    if (isDone) navigate(FIELDS);
  }, [isDone, navigate]);
  const secondary = isOwn
    ? [
        {
          content: isBuiltIn ? "Back to the built-in values" : "Delete field",
          destructive: true,
          loading: remove.isBusy,
          ...allowed,
          onAction: () => setAsking(true),
        },
      ]
    : [];
  return (
    <Page
      title={`{${id}}`}
      subtitle={label}
      backAction={{ content: "Fields", url: FIELDS }}
      secondaryActions={secondary}
    >
      <DeleteFieldModal
        field={field}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onDelete={() => {
          setAsking(false);
          remove.send(`${FIELDS}/${id}/delete`);
        }}
      />
      <BlockStack gap="400">
        <RefusedBanner title="Not deleted" message={remove.refused} />
        {isOwn ? null : (
          <Banner tone="info">
            <p>This field comes with Bonafide. What you change here holds for your shop only.</p>
          </Banner>
        )}
        <FieldForm initial={draftOf(field)} isNew={false} usedBy={usedBy} answer={answer} />
      </BlockStack>
    </Page>
  );
}
