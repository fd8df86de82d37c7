import type { DateSpelling, Field, FieldType, WordCharset } from "#app/domain/naming/field.ts";

/** Kinds of fields a person can make; the others come with Bonafide. */
export const DRAFT_KINDS = ["list", "word", "number", "date"] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export type ValueDraft = { value: string; label: string; synonyms: string };

/** A field as it is typed. What belongs to another kind than the chosen one is kept, for who comes back to it. */
export type FieldDraft = {
  id: string;
  label: string;
  kind: DraftKind;
  values: ValueDraft[];
  min: string;
  max: string;
  charset: WordCharset;
  isFilledUp: boolean;
  spelling: DateSpelling;
};

export const NO_VALUE: ValueDraft = { value: "", label: "", synonyms: "" };

const EMPTY: FieldDraft = {
  id: "",
  label: "",
  kind: "list",
  values: [NO_VALUE, NO_VALUE],
  min: "",
  max: "",
  charset: "letters_digits",
  isFilledUp: false,
  spelling: "YY",
};

/** Whether people can change a field at all: what an offer or a unique part is, the app decides. */
export function isEditable({ type }: Pick<Field, "type">): boolean {
  return (DRAFT_KINDS as readonly string[]).includes(type.kind);
}

export function draftOf(field: Field | null): FieldDraft {
  if (!field) return EMPTY;
  const { id, label, type } = field;
  const draft = { ...EMPTY, id, label };
  switch (type.kind) {
    case "list":
      return {
        ...draft,
        values: type.values.map(({ value, label: said, synonyms = [] }) => ({
          value,
          label: said,
          synonyms: synonyms.join(", "),
        })),
      };
    case "word": {
      const { min, max, charset } = type;
      return { ...draft, kind: "word", min: String(min), max: String(max), charset };
    }
    case "number": {
      const { min, max, digits } = type;
      const isFilledUp = digits !== undefined;
      return { ...draft, kind: "number", min: String(min), max: String(max), isFilledUp };
    }
    case "date":
      return { ...draft, kind: "date", spelling: type.spelling };
    case "percentage":
    case "offer":
    case "unique":
      return draft;
  }
}

/** What is posted. Numbers that are none become NaN, and so null in JSON: the server says what is missing. */
export function typeOf(draft: FieldDraft): FieldType {
  const { min, max } = draft;
  const wholeMin = min.trim() === "" ? NaN : Number(min);
  const wholeMax = max.trim() === "" ? NaN : Number(max);
  switch (draft.kind) {
    case "list":
      return { kind: "list", values: draft.values.filter(isFilled).map(valueOf) };
    case "word":
      return { kind: "word", min: wholeMin, max: wholeMax, charset: draft.charset };
    case "number":
      return {
        kind: "number",
        min: wholeMin,
        max: wholeMax,
        ...(draft.isFilledUp ? { digits: max.trim().length } : {}),
      };
    case "date":
      return { kind: "date", spelling: draft.spelling };
  }
}

/** Lines of a pasted list: a value, and after a comma, semicolon or tab what reports call it. */
export function pastedValues(text: string): ValueDraft[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const [value = "", label = "", ...synonyms] = line.split(/[,;\t]/).map((cell) => cell.trim());
      return { value, label, synonyms: synonyms.filter((each) => each !== "").join(", ") };
    });
}

export const isFilled = ({ value, label, synonyms }: ValueDraft): boolean =>
  [value, label, synonyms].some((text) => text.trim() !== "");

function valueOf({ value, label, synonyms }: ValueDraft) {
  const spelled = value.trim().toUpperCase();
  const also = synonyms
    .split(/[\s,;]+/)
    .filter((each) => each !== "")
    .map((each) => each.toUpperCase());
  return {
    value: spelled,
    label: label.trim() || spelled,
    ...(also.length > 0 ? { synonyms: also } : {}),
  };
}
