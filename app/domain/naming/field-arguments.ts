import type { UniqueAlphabet } from "#app/domain/code/alphabet.ts";
import { checkField } from "./check-field.ts";
import type { Field, FieldType, WordCharset } from "./field.ts";

/** `at` counts characters of the arguments from 0; the colon before them is at -1. */
type WithArguments = { ok: true; field: Field } | { ok: false; at: number; message: string };

type Kind<K extends FieldType["kind"]> = Extract<FieldType, { kind: K }>;

const ALPHABET_WORDS = ["safe", "digits", "letters", "any"] as const;

/** A field with what stands after its colon: `{campaign:3-12}`, `{number:001-999}`, `{unique:10,digits}`. */
export function withArguments(field: Field, text: string): WithArguments {
  const { id, type } = field;
  switch (type.kind) {
    case "word":
      return withType(
        field,
        wordType(type, text),
        `{${id}:3-12}, {${id}:8} or {${id}:3-12,letters}`,
      );
    case "number":
      return withType(field, numberType(text), `{${id}:1-50} or {${id}:001-999}`);
    case "unique":
      return uniqueType(field, text);
    case "list":
    case "date":
    case "percentage":
    case "offer":
      return { ok: false, at: -1, message: `{${id}} takes nothing after it. Write {${id}}.` };
  }
}

function withType(field: Field, type: FieldType | null, such: string): WithArguments {
  if (!type) return { ok: false, at: 0, message: `After the colon write it like ${such}.` };
  const changed = { ...field, type };
  const message = checkField(changed);
  return message ? { ok: false, at: 0, message } : { ok: true, field: changed };
}

const CHARSET_WORDS: ReadonlyMap<string, WordCharset> = new Map([
  ["letters", "letters"],
  ["digits", "digits"],
  ["any", "letters_digits"],
]);

/** How long and of what, in either order, each if one likes. */
function wordType(type: Kind<"word">, text: string): FieldType | null {
  let range: { min: number; max: number } | null = null;
  let charset: WordCharset | null = null;
  for (const argument of text.split(",")) {
    const word = argument.trim().toLowerCase();
    const [, min, max = min] = /^([0-9]{1,3})(?:-([0-9]{1,3}))?$/.exec(word) ?? [];
    const named = CHARSET_WORDS.get(word);
    if (min !== undefined && range === null) range = { min: Number(min), max: Number(max) };
    else if (named && charset === null) charset = named;
    else return null;
  }
  return { ...type, ...range, charset: charset ?? type.charset };
}

/** Zeros before a number say that all have as many digits. */
function numberType(text: string): FieldType | null {
  const [, min = "", max = ""] = /^([0-9]{1,10})-([0-9]{1,10})$/.exec(text) ?? [];
  if (max === "") return null;
  const filledUp = [min, max].some((each) => each.length > 1 && each.startsWith("0"));
  if (filledUp && min.length !== max.length) return null;
  const digits = filledUp ? { digits: max.length } : {};
  return { kind: "number", min: Number(min), max: Number(max), ...digits };
}

function uniqueType(field: Field, text: string): WithArguments {
  const such = `{${field.id}:8}, {${field.id}:10,digits} or {${field.id}:12,any,check}`;
  let [length, alphabet, check]: [number | null, UniqueAlphabet | null, boolean] = [
    null,
    null,
    false,
  ];
  let at = 0;
  for (const argument of text.split(",")) {
    const word = argument.trim().toLowerCase();
    const named = ALPHABET_WORDS.find((each) => each === word);
    if (/^[0-9]{1,3}$/.test(word) && length === null) length = Number(word);
    else if (named && alphabet === null) alphabet = named;
    else if (word === "check" && !check) check = true;
    else {
      const message = `“${argument.slice(0, 40)}” cannot stand here. Write how many characters, then if you like safe, digits, letters or any, and check, like ${such}.`;
      return { ok: false, at, message };
    }
    at += argument.length + 1;
  }
  if (length === null) {
    return { ok: false, at: 0, message: `Begin with how many characters, like ${such}.` };
  }
  const type: FieldType = { kind: "unique", length, alphabet: alphabet ?? "safe", check };
  return withType(field, type, such);
}
