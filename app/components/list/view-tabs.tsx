import { Tabs } from "@shopify/polaris";
import { RefusedBanner } from "#app/components/frame/refused-banner.tsx";
import { useVerb } from "#app/components/frame/use-verb.ts";
import type { SavedView } from "#app/domain/code/summary.ts";

type Props = {
  views: readonly SavedView[];
  /** The filters as they stand; "" for none. Views with the same text are what is shown. */
  present: string;
  /** Where views of this list are kept: ends in what `save-view` and `delete-view` follow. */
  path: string;
  onOpen: (query: string) => void;
};

/** All, and the ways of looking at the list that somebody gave a name. The present filters can be given one. */
export function ViewTabs({ views, present, path, onOpen }: Props) {
  const save = useVerb("View saved");
  const remove = useVerb("View deleted");
  const saved = views.findIndex(({ query }) => query === present);
  const tabs = [
    { id: "view-all", content: "All", isLocked: true },
    ...views.map(({ id, name }) => ({
      id: `view-${id}`,
      content: name,
      actions: [
        {
          type: "delete" as const,
          onPrimaryAction: async () => {
            remove.send(`${path}/delete-view`, { id });
            onOpen("");
            return true;
          },
        },
      ],
    })),
  ];
  return (
    <>
      <Tabs
        tabs={tabs}
        selected={saved + 1}
        onSelect={(index) => onOpen(views[index - 1]?.query ?? "")}
        canCreateNewView={present !== "" && saved === -1}
        newViewAccessibilityLabel="Save these filters as a view"
        onCreateNewView={async (name) => {
          save.send(`${path}/save-view`, { name, query: present });
          return true;
        }}
      />
      <RefusedBanner title="View not saved" message={save.refused} />
      <RefusedBanner title="View not deleted" message={remove.refused} />
    </>
  );
}
