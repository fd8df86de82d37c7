import type { CampaignForm } from "../campaign/form.ts";
import type { NameOption } from "./complete-name.ts";
import type { UniquePart } from "./check-unique.ts";
import type { Field } from "./field.ts";
import type { Inference, Proposal } from "./infer/inference.ts";
import type { Lint } from "./lint/lint-name.ts";
import type { LintRule, Severity } from "./lint/rule.ts";
import type { RenameStep, RenameSummary } from "./migrate/rename-plan.ts";

/** A naming convention as pages show it. */
export type ConventionSummary = {
  id: string;
  /** The newest. */
  version: number;
  name: string;
  pattern: string;
  /** A retired convention names nothing new; what it named keeps it. */
  isActive: boolean;
  /** A campaign's name that fits. */
  example: string;
  /** What makes each code of a batch its own, and what stands before it; null when the convention does not say. */
  unique: (UniquePart & { separator: string }) | null;
  /** The fields in the order they stand, with the values of the ones that are lists. */
  fields: { name: string; label: string; values?: string[] }[];
  /** Versions that campaigns were named by, and the newest; newest first. */
  versions: { version: number; pattern: string; campaigns: number }[];
};

/** A field and where it comes from: an own one may stand in the place of a built-in one. */
export type NamingField = Field & {
  isOwn: boolean;
  isBuiltIn: boolean;
  /** The active conventions that use it. */
  usedBy: { id: string; name: string }[];
};

export type LintSetting = {
  rule: LintRule;
  label: string;
  description: string;
  severity: Severity;
  /** What it is unless the shop says otherwise. */
  usual: Severity;
};

/** The fields of the campaign form that a name can contradict. */
export const NAMED_TERMS = [
  "offerKind",
  "percentage",
  "amount",
  "startsAt",
  "endsAt",
  "audience",
  "segmentIds",
  "codeKind",
] as const satisfies readonly (keyof CampaignForm)[];

export type NamedTerms = Partial<Record<(typeof NAMED_TERMS)[number], string>>;

/** What is known of a name while it is typed. `position` counts from 1 in the trimmed name. */
export type NameVerdict = { options: NameOption[] } & (
  | {
      ok: true;
      dimensions: { field: string; label: string; value: string }[];
      lints: Lint[];
      warnings: string[];
    }
  | {
      ok: false;
      message: string;
      position: number;
      /** Names that fit, by the convention that was asked or another. */
      suggestions: { name: string; conventionId: string; conventionName: string }[];
    }
);

/** A convention found in a shop's codes. */
export type LearnedConvention = Proposal & {
  /** The shop has this very convention already. */
  isKnown: boolean;
  /** The active conventions that share names with it. */
  clashes: { id: string; name: string }[];
};

/** How many codes were read of how many there are; of more than anybody has counted, null. */
export type CodesRead = { read: number; of: number | null };

/** What a shop's codes say about how it names, and by where they came from how many were read. */
export type Learned = Omit<Inference, "proposals"> & {
  proposals: LearnedConvention[];
  read: { store: CodesRead; bonafide: CodesRead; pasted: CodesRead };
};

/** What the newest version of a convention means for the campaigns that older ones named, most used first. */
export type RenameOverview = {
  convention: { id: string; name: string; version: number; pattern: string };
  summary: RenameSummary;
  rows: { id: string; name: string; version: number; uses: number; step: RenameStep }[];
};
