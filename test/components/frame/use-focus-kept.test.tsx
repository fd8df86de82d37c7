// @vitest-environment jsdom
import { expect, it } from "vitest";
import { mount, type Options } from "../support/mount.tsx";
import { Button, Page, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useFormVerb } from "#app/components/frame/use-form-verb.ts";
import { useVerb } from "#app/components/frame/use-verb.ts";

const PATH = "/app/verb";

/** What the page's data says after the next answer. */
let takeAway = () => {};

/** A form of two fields, and an entry. */
function Sample() {
  const form = useFormVerb("Saved", ["first", "second"], () => {});
  const [isThere, setThere] = useState(true);
  useEffect(() => {
    takeAway = () => setThere(false);
  }, []);
  return (
    <Page title="Sample">
      <RefusedBanner title="Not saved" message={form.refused} />
      {["first", "second"].map((name) => (
        <TextField
          key={name}
          id={name}
          label={name}
          autoComplete="off"
          value=""
          error={form.errorOf(name)}
          onChange={() => {}}
        />
      ))}
      <Button loading={form.isBusy} onClick={() => form.send(PATH, {})}>
        Save
      </Button>
      <ul id="entries">{isThere ? <Entry /> : null}</ul>
    </Page>
  );
}

function Entry() {
  const verb = useVerb("Taken away");
  return (
    <li>
      <Button loading={verb.isBusy} onClick={() => verb.send(PATH)}>
        Take away
      </Button>
    </li>
  );
}

/** What has the focus after a click that, as in a browser, Polaris leaves without. */
async function focusAfter(button: string, answer: object, options: Options = {}) {
  const others = [{ path: PATH, action: () => answer }];
  const page = await mount(<Sample />, { others, ...options });
  await page.click(page.button(button));
  await expect.poll(() => document.activeElement, { timeout: 20_000 }).not.toBe(document.body);
  return document.activeElement!;
}

const refusal = { kind: "invalid", message: "No." };

it("goes to the first field that was refused", async () => {
  const problems = [{ field: "second", message: "Not like this." }];
  expect((await focusAfter("Save", { refusal, problems })).id).toBe("second");
});

it("goes to the refusal where no field is wrong", async () => {
  const focused = await focusAfter("Save", { refusal, problems: [] });
  expect(focused.closest("[data-refused]")?.textContent).toContain("No.");
});

it("stays at the button once it was done, and when what was refused is told nowhere", async () => {
  expect((await focusAfter("Save", { ok: true })).textContent).toBe("Save");
  expect((await focusAfter("Take away", { refusal, problems: [] })).textContent).toBe("Take away");
});

it("goes to what is left around an entry that is gone", async () => {
  const loader = async () => {
    takeAway();
    return null;
  };
  expect((await focusAfter("Take away", { ok: true }, { loader })).id).toBe("entries");
});

it("leaves whoever went on to something else where they are", async () => {
  const page = await mount(<Sample />, { others: [{ path: PATH, action: () => ({ ok: true }) }] });
  const clicked = page.click(page.button("Save"));
  document.getElementById("first")?.focus();
  await clicked;
  await expect.poll(() => page.asked.toasts, { timeout: 20_000 }).toEqual(["Saved"]);
  expect(document.activeElement?.id).toBe("first");
});
