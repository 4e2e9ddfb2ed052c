import type { Context } from "#core/context.ts";
import { placeLabels } from "#methods/network-labels.ts";
import { sectors } from "#modules/network/growth/queries.ts";
import { say } from "#modules/network/years/messages.ts";
import type { Seen, Year } from "#modules/network/years/queries.ts";
import { paths as organizationPaths } from "#modules/organizations/paths.ts";
import { SectorSign } from "#ui/facts.tsx";
import {
  type NetworkLine,
  type NetworkNode,
  NetworkPicture,
  type NetworkScript,
  networkHeight,
  networkWidth,
} from "#ui/network.tsx";

const mostLabels = 16;
const mostMajor = 5;

/** Beyond this the server draws the most tied only; the whole is drawn by the browser. */
export const mostDrawn = 150;

const margin = 30;

type Counted = { readonly place: number; readonly ties: number; readonly major: boolean };

// Whoever is not tied in this year is hinted at where it stands in others, as long as there is room.
const chosen = ({ drawing }: Seen, { rows }: Year): readonly Counted[] => {
  const tied = rows.slice(0, mostDrawn).map((row, rank) => ({ ...row, major: rank < mostMajor }));
  const known = new Set(rows.map(({ place }) => place));
  const ahead = drawing.actors
    .flatMap((_, place) => (known.has(place) ? [] : [{ place, ties: 0, major: false }]))
    .slice(0, mostDrawn - tied.length);
  return [...tied, ...ahead].sort((one, other) => one.place - other.place);
};

const nodesOf = (seen: Seen, year: Year): NetworkNode[] => {
  const counted = chosen(seen, year);
  const nodes = counted.map(({ place, ties, major }): NetworkNode => {
    const [slug, name, sector, x, y] = seen.drawing.actors[place] ?? ["", "", 0, 0, 0];
    return {
      id: slug,
      name,
      sector: sectors[sector] ?? "civil",
      x: margin + x * (networkWidth - 2 * margin),
      y: margin + y * (networkHeight - 2 * margin),
      radius: 7 + 3.2 * Math.sqrt(ties),
      major,
      ahead: ties === 0,
    };
  });
  const labels = placeLabels(
    nodes.map(({ x, y, radius, name }, at) => ({
      x,
      y,
      radius,
      words: name,
      weight: counted[at]?.ties ?? 0,
    })),
    { width: networkWidth, height: networkHeight, line: 15, most: mostLabels },
  );
  return nodes.map((node, at) => ({ ...node, label: node.ahead ? undefined : labels[at] }));
};

const linesOf = (
  seen: Seen,
  nodes: readonly NetworkNode[],
  { pairs }: Year,
  marks: boolean,
): NetworkLine[] => {
  const bySlug = new Map(nodes.map((node) => [node.id, node]));
  const nodeAt = (place: number) => bySlug.get(seen.drawing.actors[place]?.[0] ?? "");
  return pairs.flatMap(({ one, other, fresh }) => {
    const [from, to] = [nodeAt(one), nodeAt(other)];
    if (!from || !to) return [];
    return [{ from, to, cross: from.sector !== to.sector, fresh: marks && fresh }];
  });
};

/** A year in two figures. */
export const counted = (ctx: Context, { measures }: Year) => ({
  organizations: say(ctx)("organizations", { n: measures.actors }),
  cooperations: say(ctx)("cooperations", { n: measures.pairs }),
  pairs: say(ctx)("pairs", { n: measures.pairs }),
});

const scriptWords = (ctx: Context): Readonly<Record<string, string>> => {
  const words = say(ctx);
  return {
    find: words("find"),
    nobody: words("nobody"),
    nearer: words("nearer"),
    further: words("further"),
    whole: words("wholePicture"),
    keys: words("keys"),
    year: words("col_year"),
    tied: words("tied", { n: "{n}" }),
    tiedOne: words("tiedOne"),
    notTied: words("notTied"),
    others: words("others", { n: "{n}" }),
    profile: words("profile"),
    circle: words("circle"),
    ...Object.fromEntries(sectors.map((sector, at) => [`sector${at}`, words(`key_${sector}`)])),
  };
};

type PictureProps = {
  readonly ctx: Context;
  readonly seen: Seen;
  readonly year: Year;
  /** Where the script of the page finds the whole drawing, and the address of the circle of one organization. */
  readonly script: Pick<NetworkScript, "source" | "circle">;
  readonly before?: Year | undefined;
};

/** One year as a picture; what came since `before` is marked. */
export const Picture = ({ ctx, seen, year, script, before }: PictureProps) => {
  const nodes = nodesOf(seen, year);
  const words = say(ctx);
  return (
    <>
      <NetworkPicture
        id={`bild-${year.year}`}
        title={words("pictureTitle", { year: String(year.year), ...counted(ctx, year) })}
        nodes={nodes}
        lines={linesOf(seen, nodes, year, before !== undefined)}
        script={{
          ...script,
          year: year.year,
          since: before?.year,
          profile: organizationPaths.show("{slug}"),
          words: scriptWords(ctx),
        }}
      />
      {year.rows.length > mostDrawn && (
        <p class="al-soft" data-network-part>
          {words("mostTied", { n: mostDrawn, all: year.rows.length })}
        </p>
      )}
    </>
  );
};

/** The three sectors by shape, color and word. */
export const Key = ({ ctx }: { readonly ctx: Context }) => (
  <ul class="al-key">
    {sectors.map((sector) => (
      <li>
        <SectorSign sector={sector} /> {say(ctx)(`key_${sector}`)}
      </li>
    ))}
  </ul>
);
