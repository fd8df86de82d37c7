import type { Convention } from "../convention.ts";
import type { Dimensions } from "../dimensions.ts";
import type { ListValue } from "../field.ts";

/**
 * A campaign that was named by an earlier version of a convention. `convention` is that version,
 * `codes` counts its codes, `uses` their uses; `live` is false once it has ended.
 */
export type NamedCampaign = {
  id: string;
  name: string;
  dimensions: Dimensions;
  convention: Convention;
  codes: number;
  uses: number;
  live: boolean;
  kind: "public" | "unique" | "list";
};

/**
 * What somebody must choose before there is a new name: `was` is what the old name says, if that
 * does not fit; `choices` is empty where there is no list of them; `optional` may be left out.
 */
export type MissingField = {
  field: string;
  label: string;
  was: string | null;
  message: string;
  choices: readonly ListValue[];
  optional: boolean;
};

/**
 * What the new version means for one campaign:
 * - `fits`: the name reads by it as it is; only its labels change, and no code;
 * - `rename`: it would be called `to`; `needs` tells what that takes, a sentence each;
 * - `missing`: the new name says something nobody has said yet;
 * - `taken`: the new name belongs to another campaign (`by`, its id);
 * - `ended`: it stays as it is.
 */
export type RenameStep =
  | { kind: "fits"; dimensions: Dimensions }
  | { kind: "rename"; to: string; dimensions: Dimensions; needs: string[] }
  | { kind: "missing"; fields: MissingField[] }
  | { kind: "taken"; to: string; by: string }
  | { kind: "ended" };

/** How many campaigns there are of each kind, and the codes a rename makes anew or leaves behind. */
export type RenameSummary = Record<RenameStep["kind"], number> & {
  newPublicCodes: number;
  keptCodes: number;
};

export type RenamePlan = { steps: { id: string; step: RenameStep }[]; summary: RenameSummary };
