import type { CampaignField, CampaignForm } from "#app/domain/campaign/form.ts";
import type { CodeShape } from "#app/domain/code/code-space.ts";
import type { ChosenNames } from "./use-chosen-names.ts";
import type { NameCheck } from "./use-name-check.ts";

export type ConventionChoice = {
  id: string;
  version: number;
  name: string;
  pattern: string;
  example: string;
  fields: { name: string; label: string; values?: string[] | undefined }[];
  /** How the unique part of its codes looks; null when the convention does not say. */
  unique: CodeShape | null;
};

export type SegmentChoice = { id: string; name: string };

/** What limits and conditions can be chosen from. */
export type TermChoices = {
  segments: readonly SegmentChoice[];
  seasons: readonly { key: string; name: string }[];
  groups: readonly { number: number; name: string }[];
};

/** What every card of the form is given: what is typed, how to change it, and what is wrong with it. */
export type FormBinding = {
  values: CampaignForm;
  /** As the page came. */
  initial: CampaignForm;
  set: (field: CampaignField, value: string) => void;
  /** The message to show beside a field; false where there is none, as Polaris wants it. */
  errorOf: (field: CampaignField) => string | false;
  /** Name, kind of offer and codes of an existing campaign are fixed: codes out there carry them. */
  isExisting: boolean;
  nameCheck: NameCheck | null;
  choices: TermChoices;
  /** What chosen products, collections and customers are called. */
  names: ChosenNames;
};

/** The element of a field, so that an error summary and links from elsewhere can put the focus there. */
export function fieldId(field: string): string {
  return `field-${field}`;
}
