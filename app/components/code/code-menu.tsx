import { ActionList, Box, Button, Popover, Text } from "@shopify/polaris";
import { MenuHorizontalIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import type { CodeVerb } from "#app/domain/code/judge-verb.ts";
import type { CodeSummary } from "#app/domain/code/summary.ts";
import { useAllowed } from "#app/components/frame/use-may.ts";
import { verbsOf, whyNothing } from "./verbs-of.ts";

const LABELS = {
  pause: "Pause code",
  resume: "Resume code",
  retire: "Retire code",
  replace: "Replace code",
};

type Props = { code: CodeSummary; onVerb: (verb: CodeVerb | "replace", code: CodeSummary) => void };

/** What can be done with one code. */
export function CodeMenu({ code, onVerb }: Props) {
  const [isOpen, setOpen] = useState(false);
  const allowed = useAllowed("campaign.edit");
  const verbs = verbsOf(code.state);
  const why = whyNothing(code.state);
  return (
    <Popover
      active={isOpen}
      onClose={() => setOpen(false)}
      activator={
        <Button
          variant="tertiary"
          icon={MenuHorizontalIcon}
          accessibilityLabel={`Actions for ${code.code}`}
          onClick={() => setOpen(!isOpen)}
        />
      }
    >
      {why === null ? null : (
        <Box padding="300" maxWidth="16rem">
          <Text as="p">{why}</Text>
        </Box>
      )}
      <ActionList
        items={[
          ...verbs.map((verb) => ({
            content: LABELS[verb],
            destructive: verb === "retire",
            ...allowed,
            onAction: () => {
              setOpen(false);
              onVerb(verb, code);
            },
          })),
          { content: "Why not?", url: `/app/why-not?code=${encodeURIComponent(code.code)}` },
        ]}
      />
    </Popover>
  );
}
