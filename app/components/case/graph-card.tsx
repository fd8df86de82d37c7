import { Badge, BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { circleOf, isOnePerson } from "#app/domain/case/graph.ts";
import { chance } from "#app/domain/signal/chance.ts";
import type { CaseDetail, CaseLink, CasePerson } from "#app/domain/case/summary.ts";
import { plural } from "#app/components/format/number.ts";
import { useFormat } from "#app/components/format/use-format.ts";
import { useFirst } from "#app/components/list/use-first.tsx";
import { shareWords } from "./evidence-card.tsx";

const SIZE = { width: 420, height: 250, margin: 40 };

/** So many can be told apart on a circle. */
const DRAWN = 12;
const LINKS_SHOWN = 20;

type Props = Pick<CaseDetail, "people" | "morePeople" | "links" | "isNamed">;

/** Who is linked to whom, by what, how strongly: as a picture, and as tables that say the same. */
export function GraphCard({ people, morePeople, links, isNamed }: Props) {
  const { number } = useFormat();
  const first = useFirst(people, DRAWN);
  if (people.length === 0) return null;
  const drawn = people.slice(0, DRAWN);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Who is who
        </Text>
        {people.length > 1 ? <Graph people={drawn} links={linksOf(drawn, links)} /> : null}
        <table className="bf-evidence">
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Customer</th>
              <th scope="col">Orders</th>
            </tr>
          </thead>
          <tbody>
            {first.shown.map((person, index) => (
              <tr key={person.id} {...first.refAt<HTMLTableRowElement>(index)}>
                <th scope="row">
                  <InlineStack gap="100">
                    {person.label}
                    {person.isFlagged ? <Badge tone="attention">Flagged</Badge> : null}
                  </InlineStack>
                </th>
                <td>
                  <Who person={person} />
                </td>
                <td>{number(person.orders)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {first.showAll(`Show all ${number(people.length)} accounts`)}
        {people.length > DRAWN && !first.hasMore ? (
          <Text as="p" tone="subdued">
            {`Names are asked of Shopify, and links are drawn, for the first ${DRAWN} only.`}
          </Text>
        ) : null}
        {morePeople > 0 && !first.hasMore ? (
          <Text as="p" tone="subdued">
            {`And ${number(morePeople)} more ${plural(morePeople, "account", "accounts")}: too many to list. A decision is on them as well.`}
          </Text>
        ) : null}
        {isNamed ? null : (
          <Text as="p" tone="subdued">
            Shopify could not be asked for names just now.
          </Text>
        )}
        <Links links={links} />
      </BlockStack>
    </Card>
  );
}

function Who({ person: { customerId, who } }: { person: CasePerson }) {
  if (customerId === null) return <>Guest</>;
  return (
    <Link url={`shopify://admin/customers/${customerId}`} target="_top">
      {who ?? `Customer ${customerId}`}
    </Link>
  );
}

function Links({ links }: { links: readonly CaseLink[] }) {
  const { number, percent } = useFormat();
  const first = useFirst(links, LINKS_SHOWN);
  if (links.length === 0) return null;
  return (
    <>
      <table className="bf-evidence">
        <thead>
          <tr>
            <th scope="col">Link</th>
            <th scope="col">Probably</th>
            <th scope="col">In common</th>
          </tr>
        </thead>
        <tbody>
          {first.shown.map((link, index) => (
            <tr key={`${link.from}-${link.to}`} {...first.refAt<HTMLTableRowElement>(index)}>
              <th scope="row">{`${link.from} – ${link.to}`}</th>
              <td>
                {relationWords(link)}
                {link.decided === null ? ` · likeness ${percent(chance(link.bits))}` : ""}
              </td>
              <td>{shareWords(link.shares) || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {first.showAll(`Show all ${number(links.length)} links`)}
      <Text as="p" variant="bodySm" tone="subdued">
        Likeness is how surely two accounts belong together by what they have in common. It is no
        score, and not fitted to decisions.
      </Text>
    </>
  );
}

function linksOf(people: readonly CasePerson[], links: readonly CaseLink[]): CaseLink[] {
  const labels = new Set(people.map(({ label }) => label));
  return links.filter(({ from, to }) => labels.has(from) && labels.has(to));
}

function relationWords({ relation, decided }: CaseLink): string {
  if (decided === "apart") return "Different people, as staff decided";
  if (decided === "together") return "One person, as staff decided";
  return relation === "same_person" ? "One person" : "One household";
}

/** Thicker lines hold more strongly; broken ones are households or were decided apart. */
function Graph({ people, links }: Pick<Props, "people" | "links">) {
  const places = circleOf(people.length, SIZE);
  const at = new Map(people.map(({ label }, index) => [label, places[index]]));
  return (
    <figure className="bf-figure">
      <svg
        className="bf-chart bf-graph"
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={`${people.length} accounts and ${links.length} links between them; the tables below say the same.`}
      >
        {links.map((link) => {
          const [from, to] = [at.get(link.from), at.get(link.to)];
          if (!from || !to) return null;
          return (
            <line
              key={`${link.from}-${link.to}`}
              className={isOnePerson(link) ? "bf-graph-link" : "bf-graph-link bf-graph-weak"}
              {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
              strokeWidth={Math.min(8, Math.max(1.5, link.bits / 2))}
            />
          );
        })}
        {people.map(({ id, label, isFlagged }, index) => {
          const place = places[index];
          if (!place) return null;
          return (
            <g key={id}>
              <circle
                className={isFlagged ? "bf-graph-node bf-graph-flagged" : "bf-graph-node"}
                {...{ cx: place.x, cy: place.y, r: 17 }}
              />
              <text x={place.x} y={place.y + 5} textAnchor="middle" className="bf-graph-label">
                {label}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption>
        <Text as="span" variant="bodySm" tone="subdued">
          Thick lines: probably one person. Broken lines: one household, or put apart. Yellow with a
          thick edge: flagged.
        </Text>
      </figcaption>
    </figure>
  );
}
