import { Modal } from "@shopify/polaris";
import { KEY_HELP } from "./case-keys.ts";

export function KeysModal({ onClose }: { onClose: () => void }) {
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
