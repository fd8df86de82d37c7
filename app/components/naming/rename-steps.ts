import type { BadgeProps } from "@shopify/polaris";
import type { RenameStep } from "#app/domain/naming/migrate/rename-plan.ts";

export const STEP_LABELS: Record<RenameStep["kind"], string> = {
  fits: "Fits as it is",
  rename: "Needs a new name",
  missing: "Something is missing",
  taken: "New name is taken",
  ended: "Ended",
};

export const STEP_TONES: Record<RenameStep["kind"], NonNullable<BadgeProps["tone"]>> = {
  fits: "success",
  rename: "attention",
  missing: "warning",
  taken: "warning",
  ended: "info",
};
