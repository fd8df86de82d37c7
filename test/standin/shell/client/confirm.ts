type Question = {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly no: string;
};

/** Resolves to whether the person agrees; closing it is no. */
export function confirm(question: Question): Promise<boolean> {
  const dialog = document.querySelector<HTMLDialogElement>("dialog#confirm")!;
  dialog.querySelector("h2")!.textContent = question.title;
  dialog.querySelector("p")!.textContent = question.text;
  dialog.querySelector("[value=yes]")!.textContent = question.yes;
  dialog.querySelector("[value=no]")!.textContent = question.no;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}
