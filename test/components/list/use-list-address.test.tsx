// @vitest-environment jsdom
import { act } from "react";
import { expect, it } from "vitest";
import { useListAddress } from "#app/components/list/use-list-address.ts";
import { mount } from "../support/mount.tsx";

function Filters() {
  const { change } = useListAddress();
  return (
    <>
      <button id="search" onClick={() => change({ q: "VIP" }, { replace: true })} />
      <button id="filter" onClick={() => change({ part: "season:SUMMER" })} />
      <button id="clear" onClick={() => change({ q: null })} />
    </>
  );
}

/** A list whose server takes its time: the address changes only once it has answered. */
async function openSlowList(at: string) {
  let answer: () => void = () => undefined;
  const loader = () => new Promise<null>((resolve) => (answer = () => resolve(null)));
  const page = await mount(<Filters />, { at, loader });
  const shown = () => page.router.state.location.search;
  return {
    click: (id: string) => page.click(page.find(`#${id}`)),
    /** Faster than the page is drawn anew between them. */
    clickAtOnce: (...ids: string[]) =>
      act(async () => ids.forEach((id) => page.find<HTMLButtonElement>(`#${id}`).click())),
    async arrived() {
      await act(async () => answer());
      return shown();
    },
    async goBack() {
      await act(async () => void page.router.navigate(-1));
      await act(async () => answer());
    },
    shown,
  };
}

it("a filter chosen while a search is on its way keeps the search, and the other way round", async () => {
  for (const order of [
    ["search", "filter"],
    ["filter", "search"],
  ]) {
    const list = await openSlowList("/app/codes?cursor=abc");
    for (const id of order) await list.click(id);
    expect(list.shown()).toBe("?cursor=abc");
    const search = new URLSearchParams(await list.arrived());
    expect(Object.fromEntries(search)).toEqual({ q: "VIP", part: "season:SUMMER" });
  }
});

it("a search that is cleared while a filter is on its way takes only itself away", async () => {
  const list = await openSlowList("/app/codes?q=VIP");
  await list.click("filter");
  await list.click("clear");
  expect(await list.arrived()).toBe("?part=season%3ASUMMER");
});

it("what is asked for before the page is drawn anew is kept, whichever comes first", async () => {
  for (const order of [
    ["clear", "filter"],
    ["filter", "clear"],
  ]) {
    const list = await openSlowList("/app/codes?q=VIP");
    await list.clickAtOnce(...order);
    expect(await list.arrived()).toBe("?part=season%3ASUMMER");
  }
});

it("what was asked for before is forgotten once another state of the list has come", async () => {
  const list = await openSlowList("/app/codes?q=VIP");
  await list.click("filter");
  await list.arrived();
  await list.goBack();
  await list.click("clear");
  expect(await list.arrived()).toBe("");
});
