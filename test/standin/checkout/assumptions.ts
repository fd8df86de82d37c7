/*
 * Where Shopify's documentation leaves open what a checkout does, the stand-in had to choose. Every choice that code
 * asks for is a constant here; the others are told in words beside it. Look here first when a real store differs.
 */

/**
 * Codes a function gets to see. The schema says of `enteredDiscountCodes`: "validated to ensure they are not deleted,
 * maintain an active status, and are eligible for the current cart" — so `eligible`: a code Shopify itself refuses
 * never reaches the function, and the shopper reads Shopify's sentence, not the function's. `existing` shows
 * functions every code the store knows, for trying how an app behaves if that is how it turns out to be.
 */
export const CODES_FOR_FUNCTIONS: "eligible" | "existing" = "eligible";

/*
 * - `usageLimit` and `appliesOncePerCustomer` count each redeem code by itself, not the discount (Shopify's staff, in
 *   the developer forum, thread 12269). A cancelled or refunded order does not give a use back.
 * - Once per customer: the same customer, or the same e-mail.
 * - All entered codes are `rejectable`, also those accepted before: nothing tells when Shopify would say otherwise.
 * - Of codes that may not combine, the set that saves most stands; of equals, the one entered first. Codes of one
 *   discount never combine. At most five product and order codes and one shipping code.
 * - A refused code is taken out. At payment everything is judged once more; when a code falls then, the shopper is
 *   shown the new total and has to pay again.
 * - Product discounts come first, then order discounts on what is left, then shipping. A percentage of the order is
 *   rounded once and split by largest remainder; a percentage of products is rounded for each line.
 * - A function that fails is left out and the checkout goes on. Functions other than `cart.lines.discounts.generate.run`
 *   do not run; what a function adds (discounts of its own) or accepts is an error of the stand-in's.
 * - Input query cost: a metafield 3 with all it holds, tag and collection membership 3, any other leaf 1, `__typename` 0.
 */
