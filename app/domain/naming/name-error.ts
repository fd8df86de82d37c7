/** `position` counts from 1 in the trimmed text; `message` is for the merchant. */
export type NameError = { position: number; expected: string; message: string };
