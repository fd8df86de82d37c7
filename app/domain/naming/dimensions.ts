import type { Piece } from "./pieces.ts";

/** Values by field id. Has no prototype, so a field may have any name. */
export type Dimensions = Readonly<Record<string, string>>;

/** What a name or a code says, and the letters that are this code's own; null where it has none. */
export type Meaning = { dimensions: Dimensions; unique: string | null };

export function meaningOf(pieces: readonly Piece[]): Meaning {
  const dimensions = Object.create(null) as Record<string, string>;
  let unique: string | null = null;
  for (const { field, text } of pieces) {
    if (field.type.kind === "unique") unique = text;
    else dimensions[field.id] = text;
  }
  return { dimensions, unique };
}
