import { expect, test } from "vitest";
import { z } from "zod";

import { schemaProblem } from "#app/domain/shared/schema-problem.ts";

const schema = z.object({
  id: z.union([z.number().int(), z.literal("none")]),
  name: z.string({ error: "is missing" }),
  at: z.object({ day: z.string() }),
  size: z.number().max(9),
  kind: z.enum(["a", "b"]),
});
const good = { id: 1, name: "#1", at: { day: "x" }, size: 3, kind: "a" };

test.each<[unknown, string]>([
  [null, "It is no object."],
  [[], "It is no object."],
  [{ ...good, name: undefined }, "name is missing."],
  [{ ...good, id: "x" }, "id is not of a kind that is expected."],
  [{ ...good, at: {} }, "at.day is missing."],
  [{ ...good, at: { day: 3 } }, "at.day should be of the kind “string”, not “number”."],
  [{ ...good, size: 10 }, "size: Too big: expected number to be <=9."],
  [{}, "id is not of a kind that is expected; name is missing; at is missing; and 2 more."],
])("%j: %s", (value, problem) => {
  const read = schema.safeParse(value);
  expect(read.success ? "" : schemaProblem(read.error.issues, "It is no object")).toBe(problem);
});
