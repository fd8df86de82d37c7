// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { act } from "react";
import { mount } from "../support/mount.tsx";
import { ImportPage } from "#app/components/code/import-page.tsx";
import { viewerFrame } from "../support/sample.ts";

/** What stands in for the browser's request: jsdom's would go out to the network. */
class Sending {
  static all: Sending[] = [];
  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => undefined;
  onerror = () => undefined;
  onabort = () => undefined;
  path = "";
  body: Blob | null = null;
  status = 0;
  responseText = "";
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send(body: Blob) {
    this.body = body;
    Sending.all.push(this);
  }
  abort() {
    this.onabort();
  }
}

beforeEach(() => {
  Sending.all = [];
  vi.stubGlobal("XMLHttpRequest", Sending);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function show(campaign: { id: string; name: string } | null = null, frame = {}) {
  const page = await mount(<ImportPage campaign={campaign} />, { at: "/app/codes/import", frame });
  Object.assign((window as unknown as { shopify: object }).shopify, { idToken: async () => "jwt" });
  const paste = (text: string) => page.type(page.find<HTMLTextAreaElement>("textarea"), text);
  const choose = async (file: File) => {
    const input = page.find<HTMLInputElement>("input[type=file]");
    Object.defineProperty(input, "files", { value: [file], configurable: true });
    await act(async () => input.dispatchEvent(new Event("change", { bubbles: true })));
  };
  /** Waits for the bar too, which begins a moment after it is there. */
  const check = async () => {
    await page.click(page.button("Check codes"));
    await page.settle(20);
  };
  const answer = (text: string, status = 200) =>
    act(async () => {
      const sending = Sending.all.at(-1)!;
      Object.assign(sending, { status, responseText: text });
      sending.onload();
    });
  return { page, paste, choose, check, answer };
}

function textOf(body: Blob | null): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as string);
    reader.readAsText(body!);
  });
}

describe("bringing codes", () => {
  it("asks for some before anything is sent", async () => {
    const { page, check } = await show();
    await check();
    expect(page.text()).toContain("Paste your codes or choose a file first.");
    expect(Sending.all).toEqual([]);
  });

  it("sends what was pasted as it is, signed, and shows what was read", async () => {
    const { page, paste, check, answer } = await show({ id: "c1", name: "SUMMER26_FREESHIP" });
    await paste("VIP-1\nVIP-2");
    await check();
    const [sending] = Sending.all;
    expect(sending?.path).toBe("/app/codes/imports");
    expect(sending?.headers).toEqual({
      authorization: "Bearer jwt",
      "content-type": "text/csv",
      "x-file-name": "Pasted%20codes",
    });
    expect(await textOf(sending!.body)).toBe("VIP-1\nVIP-2");
    await answer(JSON.stringify({ ok: true, id: "i1" }));
    const { pathname, search } = page.router.state.location;
    expect(pathname + search).toBe("/app/codes/imports/i1?campaign=c1");
  });

  it("sends a file under its own name, whatever its letters, and says how far it is", async () => {
    const { page, choose, check } = await show();
    const file = new File(["code\nVIP-1"], "Gutscheine für März.csv", { type: "text/csv" });
    await choose(file);
    expect(page.text()).toContain("Gutscheine für März.csv, 1 KB");
    await check();
    const [sending] = Sending.all;
    expect(sending?.headers["x-file-name"]).toBe(encodeURIComponent("Gutscheine für März.csv"));
    await act(async () => sending?.upload.onprogress?.({ loaded: 1, total: 4 }));
    expect(page.text()).toContain("Sending your codes. Keep this page open.");
    expect(page.text()).toContain("25%");
    await act(async () => sending?.upload.onprogress?.({ loaded: 4, total: 4 }));
    expect(page.text()).toContain("Reading and checking your codes.");
  });

  it.each([
    ["an empty file", new File([], "empty.csv"), "empty.csv is empty. Choose another file."],
    [
      "one that is too large",
      Object.defineProperty(new File(["x"], "all.csv"), "size", { value: 128 * 1024 * 1024 + 1 }),
      "all.csv has 129 MB; at most 128 MB can be read. Split it into smaller files.",
    ],
  ])("does not send %s", async (_, file, message) => {
    const { page, choose, check } = await show();
    await choose(file);
    await check();
    expect(page.text()).toContain(message);
    expect(Sending.all).toEqual([]);
  });

  it("keeps what was pasted when it is refused or lost on the way", async () => {
    const { page, paste, check, answer } = await show();
    await paste("VIP-1");
    await check();
    const refusal = { kind: "invalid", message: "Another import is being read." };
    await answer(JSON.stringify({ refusal, problems: [] }), 422);
    expect(page.text()).toContain("Another import is being read.");
    await check();
    await answer("<h1>Bad gateway</h1>", 502);
    expect(page.text()).toContain("Your codes did not arrive.");
    expect(page.find<HTMLTextAreaElement>("textarea").value).toBe("VIP-1");
  });

  it("can be stopped, without an error", async () => {
    const { page, paste, check } = await show();
    await paste("VIP-1");
    await check();
    await page.click(page.button("Stop"));
    expect(page.button("Check codes")).toBeTruthy();
    expect(page.text()).not.toContain("did not arrive");
  });

  it("tells a viewer that they may not", async () => {
    const { page } = await show(null, viewerFrame);
    expect(page.text()).toContain("You can look, but not save");
    expect(page.button("Check codes").getAttribute("aria-disabled")).toBe("true");
  });
});
