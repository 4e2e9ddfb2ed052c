import type { Context } from "#core/context.ts";
import type { FileActor, NetworkFile } from "#methods/network-shape.ts";
import {
  writeActors,
  writeGexf,
  writeGraphml,
  writeKumu,
  writeLinkedData,
  writeTies,
} from "#methods/network-writing.ts";
import { readNetwork, type TownNetwork } from "#modules/network/growth/queries.ts";
import { paths as organizationPaths } from "#modules/organizations/paths.ts";

type FileKind = {
  readonly mediaType: string;
  readonly write: (file: NetworkFile, origin: string) => string;
};

/** The files in which the network can be downloaded, by their names. */
export const files: Readonly<Record<string, FileKind>> = {
  "verbindungen.csv": { mediaType: "text/csv; charset=utf-8", write: writeTies },
  "organisationen.csv": { mediaType: "text/csv; charset=utf-8", write: writeActors },
  "netzwerk.graphml": { mediaType: "application/graphml+xml; charset=utf-8", write: writeGraphml },
  "netzwerk.gexf": { mediaType: "application/gexf+xml; charset=utf-8", write: writeGexf },
  "kumu.json": { mediaType: "application/json; charset=utf-8", write: writeKumu },
  "netzwerk.jsonld": {
    mediaType: "application/ld+json; charset=utf-8",
    write: (file, origin) => writeLinkedData(file, (slug) => `${origin}${organizationPaths.show(slug)}`),
  },
};

const earliest = (days: Iterable<string>): string | undefined => {
  let first: string | undefined;
  for (const day of days) if (first === undefined || day < first) first = day;
  return first;
};

/** The network as files carry it: organizations by their short names, in the network since their first tie or part. */
export const fileOf = ({ actors, ties }: TownNetwork): NetworkFile => {
  const slugs = new Map(actors.map(({ id, slug }) => [id, slug]));
  const days = new Map(actors.map(({ id, parts }) => [id, parts.map(({ startsOn }) => startsOn)]));
  for (const { from, to, startsOn } of ties) for (const id of [from, to]) days.get(id)?.push(startsOn);
  return {
    actors: actors.map(({ id, slug, name, sector }): FileActor => {
      const startsOn = earliest(days.get(id) ?? []);
      return { id: slug, label: name, sector, ...(startsOn ? { startsOn } : {}) };
    }),
    ties: ties.flatMap(({ from, to, kind, topic, startsOn, endsOn }) => {
      const [one, other] = [slugs.get(from), slugs.get(to)];
      if (one === undefined || other === undefined) return [];
      return [{ from: one, to: other, kind, topic, startsOn, ...(endsOn ? { endsOn } : {}) }];
    }),
  };
};

/** The network of the town for other programs: what is confirmed and public, nothing else. */
export const readFile = async (ctx: Context): Promise<NetworkFile> => fileOf(await readNetwork(ctx));
