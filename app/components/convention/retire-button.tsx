import { BlockStack, Text } from "@shopify/polaris";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";

/** Takes a convention out of use. It can be brought back, so nothing is asked first. */
export function RetireButton({ id, name }: { id: string; name: string }) {
  const retire = useVerb(`${name} is retired: nothing new is named by it`);
  return (
    <BlockStack gap="100" inlineAlign="end">
      <AllowedButton
        action="convention.edit"
        accessibilityLabel={`Retire ${name}`}
        loading={retire.isBusy}
        onClick={() => retire.send(`/app/settings/conventions/${id}/retire`)}
      >
        Retire
      </AllowedButton>
      {retire.refused ? (
        <Text as="p" tone="critical">
          {retire.refused}
        </Text>
      ) : null}
    </BlockStack>
  );
}
