import type { FromShell, Toast } from "../messages.ts";

export function showToast(toast: Toast, send: (message: FromShell) => void): void {
  const element = document.createElement("div");
  element.id = toast.id;
  element.className = toast.isError ? "toast error" : "toast";
  element.setAttribute("role", toast.isError ? "alert" : "status");
  const text = document.createElement("span");
  text.textContent = toast.message;
  element.append(text);
  if (toast.action !== undefined) {
    element.append(
      button(toast.action, () => {
        send({ type: "toast-action", id: toast.id });
        element.remove();
      }),
    );
  }
  const dismiss = (): void => {
    if (!element.isConnected) return;
    element.remove();
    send({ type: "toast-dismissed", id: toast.id });
  };
  const close = button("×", dismiss);
  close.setAttribute("aria-label", "Dismiss");
  element.append(close);
  document.querySelector("#toasts")!.append(element);
  setTimeout(dismiss, toast.durationMs);
}

export function hideToast(id: string): void {
  document.getElementById(id)?.remove();
}

function button(label: string, click: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", click);
  return element;
}
