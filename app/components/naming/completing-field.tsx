import type { TextFieldProps } from "@shopify/polaris";
import { TextField } from "@shopify/polaris";
import type { KeyboardEvent } from "react";
import { useId, useState } from "react";

type Option = { text: string; label: string };

type Props = Omit<TextFieldProps, "id" | "onFocus" | "onBlur"> & {
  id: string;
  options: readonly Option[];
  onTake: (option: Option) => void;
  /** Also when only the cursor moved. `at` counts characters from 0. */
  onCursor?: (at: number) => void;
};

/**
 * A text field that offers how to go on in a list under it: arrows choose, Enter takes, Escape closes. What is typed
 * stays free; nothing is taken by itself.
 */
export function CompletingField({ id, options, onTake, onCursor, ...field }: Props) {
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = isOpen ? options : [];
  const chosen = shown[active];
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const take = (option: Option) => {
    onTake(option);
    setActive(-1);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && options.length > 0) {
      event.preventDefault();
      setOpen(true);
      // One place more than options: past the last, none is chosen.
      setActive(((active + 1 + step + options.length + 1) % (options.length + 1)) - 1);
    } else if (event.key === "Enter" && chosen) {
      // Enter in a form saves it; here it only takes what is chosen.
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      close();
    }
  };
  const tellCursor = () => {
    const input = document.getElementById(id);
    if (input instanceof HTMLInputElement) onCursor?.(input.selectionStart ?? 0);
  };
  return (
    <div className="bf-completing" onKeyDown={press} onKeyUp={tellCursor} onClick={tellCursor}>
      <TextField
        {...field}
        id={id}
        role="combobox"
        ariaAutocomplete="list"
        ariaControls={list}
        ariaExpanded={shown.length > 0}
        {...(chosen ? { ariaActiveDescendant: `${list}-${active}` } : {})}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onChange={(value, inputId) => {
          setOpen(true);
          setActive(-1);
          field.onChange?.(value, inputId);
          tellCursor();
        }}
      />
      <ul id={list} role="listbox" aria-label="Suggestions" hidden={shown.length === 0}>
        {shown.map((option, index) => (
          <li
            key={option.text}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field would lose the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <span className="bf-code">{option.text}</span>
            <span>{option.label}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
