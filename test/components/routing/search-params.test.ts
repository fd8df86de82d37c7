import { expect, it } from "vitest";
import { oneOf, textOf, textOrNull } from "#app/routing/search-params.ts";

const url = (query: string) => new URL(`http://app/app/codes${query}`);

it("takes known values only, whatever stands in the address", () => {
  expect(oneOf(url("?sort=name"), "sort", ["newest", "name"], "newest")).toBe("name");
  expect(oneOf(url("?sort=DROP"), "sort", ["newest", "name"], "newest")).toBe("newest");
  expect(oneOf(url(""), "sort", ["newest", "name"], "newest")).toBe("newest");
});

it("takes text trimmed and bounded", () => {
  expect(textOf(url("?q=%20summer%20"), "q")).toBe("summer");
  expect(textOf(url(`?q=${"x".repeat(400)}`), "q")).toHaveLength(255);
  expect(textOrNull(url("?cursor="), "cursor")).toBeNull();
  expect(textOrNull(url("?cursor=abc"), "cursor")).toBe("abc");
});
