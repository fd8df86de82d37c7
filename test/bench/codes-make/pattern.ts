/** What both make: a prefix and eight letters, of which no two are confused. */
export const PREFIX = "SUMMER26-";
export const LETTERS = 8;
