import { Box, Button, Icon, InlineStack, Text } from "@shopify/polaris";
import { FileIcon } from "@shopify/polaris-icons";
import { useFormat } from "#app/components/format/use-format.ts";

/** The file that will be read, until another is chosen. */
export function ChosenFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { number } = useFormat();
  return (
    <InlineStack gap="200" blockAlign="center">
      <Box>
        <Icon source={FileIcon} />
      </Box>
      <Text as="span" breakWord>
        {`${file.name}, ${number(Math.ceil(file.size / 1024))} KB`}
      </Text>
      <Button variant="plain" onClick={onRemove}>
        Choose another
      </Button>
    </InlineStack>
  );
}
