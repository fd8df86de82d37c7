import { expect, it } from "vitest";
import { askedRange } from "#app/routing/asked-range.ts";
import { idOf, oneOf, textOf, textOrNull } from "#app/routing/search-params.ts";

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

it("takes an id of ours, and nothing that cannot be one", () => {
  const id = "11111111-2222-4333-8444-555555555555";
  expect(idOf(url(`?campaign=${id}`), "campaign")).toBe(id);
  for (const wrong of ["", "zzz", `${id}0`, id.slice(1), "9".repeat(5_000)])
    expect(idOf(url(`?campaign=${wrong}`), "campaign")).toBe("");
});

it("does not make a number of days of a longer one", () => {
  expect(askedRange(url("?days=1234")).days).toBe("1234");
});
