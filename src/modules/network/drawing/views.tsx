import type { Context } from "#core/context.ts";
import { placeLabels } from "#methods/network-labels.ts";
import { say } from "#modules/network/years/messages.ts";
import { listRows, type Seen, type Year } from "#modules/network/years/queries.ts";
import { paths as organizationPaths } from "#modules/organizations/paths.ts";
import { type Sector, SectorSign } from "#ui/facts.tsx";
import {
  type NetworkLine,
  type NetworkNode,
  NetworkPicture,
  networkHeight,
  networkWidth,
} from "#ui/network.tsx";

const mostLabels = 16;
const mostMajor = 5;

const nodesOf = ({ network, positions }: Seen, year: Year): NetworkNode[] => {
  const ties = new Map<string, number>();
  for (const { actor, ties: count } of listRows(network, year)) ties.set(actor.id, count);
  const nodes = network.actors.flatMap((actor): NetworkNode[] => {
    const place = positions.get(actor.id);
    if (!place) return [];
    const count = ties.get(actor.id) ?? 0;
    return [
      {
        id: actor.id,
        name: actor.name,
        href: organizationPaths.show(actor.slug),
        sector: actor.sector,
        x: 30 + place.x * (networkWidth - 60),
        y: 30 + place.y * (networkHeight - 60),
        radius: 7 + 3.2 * Math.sqrt(count),
        major: false,
        ahead: count === 0,
      },
    ];
  });
  const labels = placeLabels(
    nodes.map(({ x, y, radius, name, id }) => ({ x, y, radius, words: name, weight: ties.get(id) ?? 0 })),
    { width: networkWidth, height: networkHeight, line: 15, most: mostLabels },
  );
  const major = new Set(
    [...ties]
      .sort((one, other) => other[1] - one[1])
      .slice(0, mostMajor)
      .map(([id]) => id),
  );
  return nodes.map((node, at) => ({
    ...node,
    label: node.ahead ? undefined : labels[at],
    major: major.has(node.id),
  }));
};

const linesOf = (nodes: readonly NetworkNode[], year: Year, before: Year | undefined): NetworkLine[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const pair = (from: string, to: string): string => (from < to ? `${from} ${to}` : `${to} ${from}`);
  const old = new Set(before?.ties.map(({ from, to }) => pair(from, to)));
  const drawn = new Map<string, NetworkLine>();
  for (const { from, to } of year.ties) {
    const [one, other] = [byId.get(from), byId.get(to)];
    if (!one || !other) continue;
    const fresh = before !== undefined && !old.has(pair(from, to));
    drawn.set(pair(from, to), { from: one, to: other, cross: one.sector !== other.sector, fresh });
  }
  return [...drawn.values()];
};

/** A year in two figures. */
export const counted = (ctx: Context, { measures }: Year) => ({
  organizations: say(ctx)("organizations", { n: measures.actors }),
  cooperations: say(ctx)("cooperations", { n: measures.pairs }),
  pairs: say(ctx)("pairs", { n: measures.pairs }),
});

type PictureProps = {
  readonly ctx: Context;
  readonly seen: Seen;
  readonly year: Year;
  readonly before?: Year | undefined;
};

/** One year as a picture; what came since `before` is marked. */
export const Picture = ({ ctx, seen, year, before }: PictureProps) => {
  const nodes = nodesOf(seen, year);
  return (
    <NetworkPicture
      id={`bild-${year.year}`}
      title={say(ctx)("pictureTitle", { year: String(year.year), ...counted(ctx, year) })}
      nodes={nodes}
      lines={linesOf(nodes, year, before)}
    />
  );
};

/** The three sectors by shape, color and word. */
export const Key = ({ ctx }: { readonly ctx: Context }) => (
  <ul class="al-key">
    {(["civil", "public", "business"] as const satisfies readonly Sector[]).map((sector) => (
      <li>
        <SectorSign sector={sector} /> {say(ctx)(`key_${sector}`)}
      </li>
    ))}
  </ul>
);
