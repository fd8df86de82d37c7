import { BlockStack, Button, Form, TextField } from "@shopify/polaris";
import { useState } from "react";

type Props = { holder: string | null; onFind: (text: string) => void };

/** Whom the codes were given to. Asked for with a button: half an e-mail address finds nobody. */
export function HolderFilter({ holder, onFind }: Props) {
  const [typed, setTyped] = useState(holder ?? "");
  return (
    <Form onSubmit={() => onFind(typed)}>
      <BlockStack gap="200" inlineAlign="start">
        <TextField
          label="E-mail address or customer number"
          autoComplete="off"
          value={typed}
          helpText="It is not kept in this page’s address."
          onChange={setTyped}
        />
        <Button submit disabled={typed.trim() === ""}>
          Find codes
        </Button>
      </BlockStack>
    </Form>
  );
}
