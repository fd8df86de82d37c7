/*
 * Where Shopify's documentation and schema leave a question open, the stand-in had to choose. A choice that is a
 * number or a switch is a constant here; those that are a way of doing something are listed in the README. Look at
 * both first when a real store answers differently.
 */

/**
 * Cost of a connection besides its nodes. Documented ("two plus the number of objects returned");
 * Shopify charges less today for large pages, so whoever fits into this fits there too.
 */
export const CONNECTION_COST = 2;

/** Documented default; what a mutation's payload selects does not add to it. */
export const MUTATION_COST = 10;

/** Lists without paging arguments, such as `userErrors`, are taken to hold this many objects. */
export const PLAIN_LIST_SIZE = 1;

/** An id list asked for at once (`nodes(ids:)`) costs as many objects as it names ids. */
export const ID_LIST_COSTS_EACH = true;

/** Pages hold at most this many nodes … */
export const MAX_PAGE_SIZE = 250;
/** … but segment members this many (documented). */
export const MAX_SEGMENT_PAGE_SIZE = 1_000;

/** A code given twice in one bulk call is added once; the second one gets the error of a taken code. */
export const REPEATED_CODE_ERROR = "TAKEN";

/** Longest metafield value, in bytes of UTF-8. */
export const MAX_METAFIELD_BYTES = 65_536;

/** How long an online access token lives: "about a day". The offline numbers are documented. */
export const ONLINE_TOKEN_SECONDS = 86_399;

/** A refresh token can be used once; the access token it came with dies with it. */
export const ROTATION_KILLS_ACCESS_TOKEN = true;

/** A second token exchange of the same kind replaces the earlier token of the same app, shop and person at once. */
export const EXCHANGE_REPLACES_TOKEN = true;

/** How far a session token's clock may be off, in seconds. */
export const ID_TOKEN_LEEWAY_SECONDS = 10;

/** Creating a discount without a start, or without saying whom it is for, is refused: sending both is always right. */
export const CREATE_NEEDS_START_AND_CONTEXT = true;

/** Free shipping never combines with shipping discounts, and asking for it is an error. */
export const SHIPPING_EXCLUDES_SHIPPING = true;

/** Active automatic discounts of apps a store can have (documented). */
export const MAX_ACTIVE_APP_DISCOUNTS = 25;

/** Bulk operations of queries an app can have under way in a shop (documented, from 2026-01) … */
export const MAX_BULK_OPERATIONS = 5;
/** … and how one too many is refused; `LIMIT_REACHED` exists too. */
export const BULK_LIMIT_ERROR = "OPERATION_IN_PROGRESS";

/** Connections in a bulk query, and connections around the innermost one (documented). */
export const MAX_BULK_CONNECTIONS = 5;
export const MAX_BULK_NESTING = 2;

/** Seen: longer queries are refused. */
export const MAX_BULK_QUERY_BYTES = 65_535;

/** How fast a bulk operation gets on. Nothing is documented; hundreds to thousands a second have been reported. */
export const BULK_OBJECTS_PER_SECOND = 5_000;

/** Ungrouped, children only come after their parents: here behind so many of them at a time. */
export const UNGROUPED_RUN = 100;

/** The file of a bulk operation can be fetched for so long (documented). */
export const BULK_FILE_DAYS = 7;
