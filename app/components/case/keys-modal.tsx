import { Modal } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { KEY_HELP } from "./case-keys.ts";

/** What the keys do. Whoever closes it is back where they were. */
export function KeysModal({ onClose }: { onClose: () => void }) {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    },
    [before],
  );
  return (
    <Modal open onClose={onClose} title="Keys" size="small">
      <Modal.Section>
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Does</th>
            </tr>
          </thead>
          <tbody>
            {KEY_HELP.map(({ key, does }) => (
              <tr key={key}>
                <th scope="row">
                  <kbd className="bf-key">{key}</kbd>
                </th>
                <td>{does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal.Section>
    </Modal>
  );
}
