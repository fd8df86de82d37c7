import { CREATE_NEEDS_START_AND_CONTEXT } from "../../assumptions.ts";
import type { DiscountClass } from "../../checkout/discount.ts";
import type { Discount } from "../../state.ts";
import type { Args } from "../context.ts";
import type { Problems } from "./problems.ts";

const MAX_TAGS = 5;
const MAX_LENGTH = 255;

/** What all discounts have. With `current`, what is not given stays as it is. */
export function readShared(input: Args, problems: Problems, current: Discount | undefined) {
  const title = input["title"] === undefined ? current?.title : text(input["title"]);
  if (!title) problems.add(["title"], "BLANK", "Title can't be blank");
  else if (title.length > MAX_LENGTH) {
    problems.add(["title"], "TOO_LONG", `Title is too long (maximum is ${MAX_LENGTH} characters)`);
  }
  const startsAt = date(input["startsAt"]) ?? current?.startsAt;
  if (!startsAt && CREATE_NEEDS_START_AND_CONTEXT)
    problems.add(["startsAt"], "BLANK", "Starts at can't be blank");
  const endsAt = input["endsAt"] === undefined ? current?.endsAt : date(input["endsAt"]);
  if (startsAt && endsAt && endsAt <= startsAt) {
    problems.add(["endsAt"], "INVALID", "Ends at needs to be after starts_at");
  }
  return {
    title: title ?? "",
    startsAt: startsAt ?? new Date(0),
    endsAt,
    combinesWith: readCombinesWith(input["combinesWith"], current),
    tags: readTags(input["tags"], problems, current),
  };
}

function readCombinesWith(
  given: unknown,
  current: Discount | undefined,
): Record<DiscountClass, boolean> {
  const combines = (given ?? undefined) as Args | undefined;
  if (!combines) return current?.combinesWith ?? { ORDER: false, PRODUCT: false, SHIPPING: false };
  return {
    ORDER: combines["orderDiscounts"] === true,
    PRODUCT: combines["productDiscounts"] === true,
    SHIPPING: combines["shippingDiscounts"] === true,
  };
}

function readTags(given: unknown, problems: Problems, current: Discount | undefined): string[] {
  if (!Array.isArray(given)) return current?.tags ?? [];
  const tags = [...new Set(given.map((tag) => String(tag).trim()).filter((tag) => tag !== ""))];
  if (tags.length > MAX_TAGS) {
    problems.add(
      ["tags"],
      "TOO_MANY_TAGS",
      `The number of tags exceeds the maximum of ${MAX_TAGS}.`,
    );
  }
  if (tags.some((tag) => tag.length > MAX_LENGTH)) {
    const message = `The tag title exceeds the maximum length of ${MAX_LENGTH} characters.`;
    problems.add(["tags"], "INVALID_TAG_LENGTH", message);
  }
  return tags;
}

function text(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function date(value: unknown): Date | undefined {
  return value instanceof Date ? value : undefined;
}
