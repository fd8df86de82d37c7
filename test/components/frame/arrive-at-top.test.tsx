// @vitest-environment jsdom
import { act } from "react";
import { expect, it, vi } from "vitest";
import { mount } from "../support/mount.tsx";
import { ArriveAtTop } from "#app/components/frame/arrive-at-top.tsx";

it("begins a list's next page at the top; a filter, and going back, leave it where it is", async () => {
  const scrollTo = vi.fn();
  Object.assign(window, { scrollTo });
  const page = await mount(<ArriveAtTop />, { at: "/app/review" });
  const scrolled = async (go: () => Promise<void>) => {
    scrollTo.mockClear();
    await act(go);
    return scrollTo.mock.calls;
  };
  expect(await scrolled(() => page.router.navigate("/app/review?state=open"))).toEqual([]);
  const next = "/app/review?state=open&cursor=later";
  expect(await scrolled(() => page.router.navigate(next))).toEqual([[0, 0]]);
  expect(await scrolled(() => page.router.navigate(-1))).toEqual([]);
});
