// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount } from "../support/mount.tsx";
import { viewerFrame } from "../support/sample.ts";
import { ApiKeysPage } from "#app/components/settings/api-keys-page.tsx";

const address = "https://bonafide.example.com/api/issuances";
const crm = {
  ...{ id: "k1", name: "CRM", lastFour: "x7Qa", createdBy: "Mara Keller" },
  ...{ createdAt: "2026-06-01T10:00:00.000Z", lastUsedAt: null },
};

/** A route that answers a post, and what was posted. */
function answering(path: string, answer: () => unknown) {
  const posted: unknown[] = [];
  const action = async ({ request }: { request: Request }) => {
    posted.push(Object.fromEntries(await request.formData()));
    return answer();
  };
  return { posted, route: { path, action } };
}

it("says what will stand there, and how to call", async () => {
  const page = await mount(<ApiKeysPage keys={[]} address={address} />);
  expect(page.text()).toContain("work again once it is reinstalled");
  expect(page.text()).toContain("No keys yet. Create one for each system");
  expect(page.find("pre").textContent).toContain(`curl ${address} \\`);
  expect(page.find("pre").textContent).toContain("Authorization: Bearer bonafide_…");
});

it("shows each key by its name and its end, and when it was used last", async () => {
  const used = { ...crm, id: "k2", name: "E-mail", lastUsedAt: "2026-06-02T10:00:00.000Z" };
  const page = await mount(<ApiKeysPage keys={[crm, used]} address={address} />);
  expect(page.text()).toContain("CRM…x7QaNot used yetCreated by Mara Keller");
  expect(page.text()).toContain("E-mail…x7QaLast used ");
});

it("shows a new key once, to be copied", async () => {
  const key = "bonafide_secret";
  const { posted, route } = answering("/app/settings/api-keys/create", () => ({
    ...{ ok: true, id: "k1", name: "CRM", key },
  }));
  const copied: string[] = [];
  const writeText = (text: string) => Promise.resolve(void copied.push(text));
  Object.assign(navigator, { clipboard: { writeText } });
  const page = await mount(<ApiKeysPage keys={[]} address={address} />, { others: [route] });
  await page.click(page.button("Create key"));
  await page.type(page.find<HTMLInputElement>("input"), "CRM");
  const buttons = [...document.querySelectorAll("button")];
  await page.click(buttons.findLast(({ textContent }) => textContent === "Create key")!);
  await page.settle(50);
  expect(posted).toEqual([{ name: "CRM" }]);
  expect(page.text()).toContain(key);
  expect(page.text()).toContain("it is shown only this once");
  await page.click(page.button("Copy the key for CRM"));
  expect(copied).toEqual([key]);
});

it("says beside the name why a key was not created, and keeps what was typed", async () => {
  const message = "There is a key of this name already.";
  const { route } = answering("/app/settings/api-keys/create", () =>
    Response.json(
      { refusal: { kind: "invalid", message }, problems: [{ field: "name", message }] },
      { status: 422 },
    ),
  );
  const page = await mount(<ApiKeysPage keys={[]} address={address} />, { others: [route] });
  await page.click(page.button("Create key"));
  await page.type(page.find<HTMLInputElement>("input"), "CRM");
  const buttons = [...document.querySelectorAll("button")];
  await page.click(buttons.findLast(({ textContent }) => textContent === "Create key")!);
  await page.settle(50);
  expect(page.text()).toContain(message);
  expect(page.find<HTMLInputElement>("input").value).toBe("CRM");
});

it("asks before a key is revoked, and says what that does", async () => {
  const { posted, route } = answering("/app/settings/api-keys/revoke", () => ({ ok: true }));
  const page = await mount(<ApiKeysPage keys={[crm]} address={address} />, { others: [route] });
  await page.click(page.button("Revoke CRM"));
  expect(page.text()).toContain(
    "Whatever sends with the key ending in x7Qa is refused from now on",
  );
  await page.click(page.button("Keep it"));
  expect(posted).toEqual([]);
  await page.click(page.button("Revoke CRM"));
  await page.click(page.button("Revoke key"));
  await page.settle(50);
  expect(posted).toEqual([{ id: "k1" }]);
  expect(page.asked.toasts).toEqual(["Key revoked"]);
});

it("offers no more keys than a shop can have, and nothing to whoever may not", async () => {
  const keys = Array.from({ length: 10 }, (_, n) => ({ ...crm, id: `k${n}`, name: `Key ${n}` }));
  const full = await mount(<ApiKeysPage keys={keys} address={address} />);
  expect(full.button("Create key").getAttribute("aria-disabled")).toBe("true");
  await full.unmount();
  const page = await mount(<ApiKeysPage keys={[crm]} address={address} />, { frame: viewerFrame });
  for (const name of ["Create key", "Revoke CRM"])
    expect(page.button(name).getAttribute("aria-disabled")).toBe("true");
});
