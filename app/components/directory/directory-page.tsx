import { BlockStack, Box, Card, InlineStack, Page, Text } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import type { CodeOwner, Directory } from "#app/domain/directory/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { When } from "#app/components/format/when.tsx";
import { AllowedButton } from "#app/components/frame/allowed-button.tsx";
import { ListCard } from "#app/components/frame/list-card.tsx";
import { SectionHeading } from "#app/components/frame/section-heading.tsx";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import { OwnerModal } from "./owner-modal.tsx";
import { StaffModal } from "./staff-modal.tsx";
import { StaffOnlyModal } from "./staff-only-modal.tsx";

const CREATE_FIRST = "There is no campaign yet. Create one under Campaigns first.";

/** Whom orders are compared with: staff, for codes that are theirs, and owners, who are not to use their own. */
export function DirectoryPage({ directory }: { directory: Directory }) {
  const { staff, staffCampaigns, owners, campaigns } = directory;
  const [open, setOpen] = useState<"staff" | "staff-only" | "owner" | null>(null);
  const close = () => setOpen(null);
  const change = useVerb("Saved");
  const hasCampaigns = campaigns.length > 0;
  const noLonger = (campaign: string) =>
    change.send("/app/settings/directory/staff-only", { campaign, staffOnly: "no" });
  return (
    <Page
      title="Staff and code owners"
      subtitle="Orders from now on are compared with these people. Whoever is flagged appears in Review; checkout refuses nobody for it."
      backAction={{ content: "Settings", url: "/app/settings" }}
    >
      <BlockStack gap="600">
        <RefusedBanner title="Not saved" message={change.refused} />
        <StaffCard staff={staff} onChange={() => setOpen("staff")} />
        <Section
          title="Codes for staff"
          text="A use by somebody who is like nobody of the staff is flagged."
          button="Add campaign"
          hasCampaigns={hasCampaigns}
          onAdd={() => setOpen("staff-only")}
        >
          <ListCard
            empty={hasCampaigns ? "No campaign is for staff only." : CREATE_FIRST}
            items={staffCampaigns.map(({ id, name }) => ({
              key: id,
              row: (
                <Row label={name} isBusy={change.isBusy} onRemove={() => noLonger(id)}>
                  {null}
                </Row>
              ),
            }))}
          />
        </Section>
        <Section
          title="Code owners"
          text="Affiliates and influencers, whose code is for others. A use by themselves, under whatever name, is flagged."
          button="Add owner"
          hasCampaigns={hasCampaigns}
          onAdd={() => setOpen("owner")}
        >
          <ListCard
            empty={hasCampaigns ? "No code belongs to anybody yet." : CREATE_FIRST}
            items={owners.map((owner) => ({
              key: owner.id,
              row: (
                <OwnerRow
                  owner={owner}
                  isBusy={change.isBusy}
                  onRemove={() =>
                    change.send("/app/settings/directory/remove-owner", { id: owner.id })
                  }
                />
              ),
            }))}
          />
        </Section>
      </BlockStack>
      {open === "staff" ? <StaffModal onClose={close} /> : null}
      {open === "staff-only" ? <StaffOnlyModal campaigns={campaigns} onClose={close} /> : null}
      {open === "owner" ? <OwnerModal campaigns={campaigns} onClose={close} /> : null}
    </Page>
  );
}

function StaffCard({ staff, onChange }: { staff: number; onChange: () => void }) {
  const { number } = useFormat();
  return (
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <SectionHeading
          title="Staff"
          text={
            staff === 0
              ? "Nobody is on the list yet. Without it, codes for staff are compared with nobody."
              : `${number(staff)} ${plural(staff, "address", "addresses")}. Keyed hashes are kept, no addresses.`
          }
        />
        <AllowedButton action="campaign.edit" onClick={onChange}>
          Change staff
        </AllowedButton>
      </InlineStack>
    </Card>
  );
}

type SectionProps = {
  title: string;
  text: string;
  button: string;
  /** Without any there is nothing to add. */
  hasCampaigns: boolean;
  onAdd: () => void;
  children: ReactNode;
};

function Section({ title, text, button, hasCampaigns, onAdd, children }: SectionProps) {
  return (
    <BlockStack gap="300">
      <Box paddingInline={{ xs: "400", sm: "0" }}>
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <SectionHeading title={title} text={text} />
          <AllowedButton action="campaign.edit" disabled={!hasCampaigns} onClick={onAdd}>
            {button}
          </AllowedButton>
        </InlineStack>
      </Box>
      {children}
    </BlockStack>
  );
}

type OwnerRowProps = { owner: CodeOwner; isBusy: boolean; onRemove: () => void };

function OwnerRow({ owner: { campaign, code, by, at }, ...props }: OwnerRowProps) {
  return (
    <Row label={code === null ? `All codes of ${campaign}` : `${code} of ${campaign}`} {...props}>
      <Text as="p" tone="subdued">
        {`An owner, added by ${by}, `}
        <When at={at} />
      </Text>
    </Row>
  );
}

type RowProps = {
  label: string;
  isBusy: boolean;
  onRemove: () => void;
  children: ReactNode;
};

function Row({ label, isBusy, onRemove, children }: RowProps) {
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <BlockStack gap="050">
        <Text as="h3" fontWeight="semibold" breakWord>
          {label}
        </Text>
        {children}
      </BlockStack>
      <AllowedButton
        action="campaign.edit"
        accessibilityLabel={`Remove ${label}`}
        loading={isBusy}
        onClick={onRemove}
      >
        Remove
      </AllowedButton>
    </InlineStack>
  );
}
