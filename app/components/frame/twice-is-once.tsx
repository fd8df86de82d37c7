import { useEffect } from "react";

/**
 * Whoever clicks twice means once. The second click lands on the backdrop of the dialog that the first has opened, and
 * Polaris would close it.
 */
export function TwiceIsOnce() {
  useEffect(() => {
    const stop = (event: MouseEvent) => {
      const { target, detail: clicks } = event;
      const isBackdrop = target instanceof Element && target.closest(".Polaris-Backdrop") !== null;
      if (clicks > 1 && isBackdrop) event.stopPropagation();
    };
    document.addEventListener("click", stop, { capture: true });
    return () => document.removeEventListener("click", stop, { capture: true });
  }, []);
  return null;
}
