import { Card, EmptyState } from "@shopify/polaris";
import { useAllowedLink } from "#app/components/frame/use-may.ts";
import { emptyDrawing } from "#app/components/list/empty-drawing.ts";

/** A shop without a single code: where they come from. */
export function NoCodes() {
  const create = useAllowedLink("campaign.edit", "/app/campaigns/new");
  const bring = useAllowedLink("campaign.edit", "/app/codes/import");
  return (
    <Card>
      <EmptyState
        heading="No codes yet"
        image={emptyDrawing}
        action={{ content: "Create campaign", ...create }}
        secondaryAction={{ content: "Import codes you have", ...bring }}
      >
        <p>
          Codes are made with a campaign, or brought as a list. Each one appears here with where it
          is on its way to Shopify and how often it was used.
        </p>
        {create.helpText ? <p>{create.helpText}</p> : null}
      </EmptyState>
    </Card>
  );
}
