/** Where the server writes what the guard's input query reads. Both sides use these names. */
export const METAFIELD_NAMESPACE = "$app";

/** Every value is one line of text: read as it is, without parsing JSON first. */
export const METAFIELD_TYPE = "single_line_text_field";

/** A function reads a longer value as null. In UTF-8 bytes. */
export const METAFIELD_LIMIT_BYTES = 10_000;

/**
 * On the automatic discount: the rules (`encodeRules`). With these, the guests' and the standing the
 * query costs 29 of 30.
 */
export const RULES_KEYS = ["guard_rules", "guard_rules_1"] as const;

/** On the automatic discount: digests of guests who reached a limit (`encodeGuests`). */
export const GUESTS_KEYS = [
  "guard_guests_0",
  "guard_guests_1",
  "guard_guests_2",
  "guard_guests_3",
] as const;

/** On the customer: their standing (`encodeStanding`). */
export const STANDING_KEY = "standing";
