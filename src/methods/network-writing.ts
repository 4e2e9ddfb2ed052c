import type { FileActor, FileTie, NetworkFile } from "./network-shape.ts";
import { writeTable } from "./table-file.ts";

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // XML 1.0 has no signs for these.
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "");

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

const keys = [
  ["label", "node"],
  ["sector", "node"],
  ["kind", "edge"],
  ["topic", "edge"],
  ["start", "edge"],
  ["end", "edge"],
] as const;

const data = (words: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(words)
    .filter(([, word]) => word !== undefined && word !== "")
    .map(([key, word]) => `<data key="${key}">${escaped(word ?? "")}</data>`)
    .join("");

/** GraphML: nodes with label and sector, edges with kind, topic, beginning and end. */
export const writeGraphml = ({ actors, ties }: NetworkFile): string =>
  [
    declaration,
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, of]) => `<key id="${name}" for="${of}" attr.name="${name}" attr.type="string"/>`),
    '<graph edgedefault="undirected">',
    ...actors.map(({ id, label, sector }) => `<node id="${escaped(id)}">${data({ label, sector })}</node>`),
    ...ties.map(
      ({ from, to, kind, topic, startsOn, endsOn }) =>
        `<edge source="${escaped(from)}" target="${escaped(to)}">${data({ kind, topic, start: startsOn, end: endsOn })}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");

const span = ({ startsOn, endsOn }: Pick<FileTie, "startsOn" | "endsOn">): string =>
  `${startsOn ? ` start="${startsOn}"` : ""}${endsOn ? ` end="${endsOn}"` : ""}`;

const values = (words: readonly (string | undefined)[]): string => {
  const filled = words.flatMap((word, at) =>
    word ? [`<attvalue for="${at}" value="${escaped(word)}"/>`] : [],
  );
  return filled.length > 0 ? `<attvalues>${filled.join("")}</attvalues>` : "";
};

/** Dynamic GEXF 1.3: beginnings and ends on nodes and edges, as Gephi plays them. */
export const writeGexf = ({ actors, ties }: NetworkFile): string =>
  [
    declaration,
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph mode="dynamic" defaultedgetype="undirected" timeformat="date" timerepresentation="interval">',
    '<attributes class="node" mode="static"><attribute id="0" title="sector" type="string"/></attributes>',
    '<attributes class="edge" mode="static"><attribute id="0" title="kind" type="string"/><attribute id="1" title="topic" type="string"/></attributes>',
    "<nodes>",
    ...actors.map(
      (actor) =>
        `<node id="${escaped(actor.id)}" label="${escaped(actor.label)}"${span(actor)}>${values([actor.sector])}</node>`,
    ),
    "</nodes>",
    "<edges>",
    ...ties.map(
      (tie, at) =>
        `<edge id="${at}" source="${escaped(tie.from)}" target="${escaped(tie.to)}"${span(tie)}>${values([tie.kind, tie.topic])}</edge>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");

/** One tie a row, for spreadsheets. */
export const writeTies = ({ actors, ties }: NetworkFile): string => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return writeTable(
    [
      ...["source", "target", "source_label", "target_label", "source_sector", "target_sector"],
      ...["kind", "topic", "start", "end"],
    ],
    ties.map(({ from, to, kind, topic, startsOn, endsOn }) => {
      const [one, other] = [byId.get(from), byId.get(to)];
      return [from, to, one?.label, other?.label, one?.sector, other?.sector, kind, topic, startsOn, endsOn];
    }),
  );
};

/** One actor a row, for spreadsheets. */
export const writeActors = ({ actors }: NetworkFile): string =>
  writeTable(
    ["id", "label", "sector", "start", "end"],
    actors.map(({ id, label, sector, startsOn, endsOn }) => [id, label, sector, startsOn, endsOn]),
  );

/** The blueprint that Kumu imports: elements and connections; ids tie them. */
export const writeKumu = ({ actors, ties }: NetworkFile): string =>
  `${JSON.stringify(
    {
      elements: actors.map(({ id, label, sector, startsOn }) => ({
        id,
        label,
        type: sector ?? "",
        ...(startsOn ? { start: startsOn } : {}),
      })),
      connections: ties.map(({ from, to, kind, topic, startsOn, endsOn }) => ({
        from,
        to,
        direction: "mutual",
        type: kind ?? "",
        label: topic ?? "",
        ...(startsOn ? { start: startsOn } : {}),
        ...(endsOn ? { end: endsOn } : {}),
      })),
    },
    null,
    2,
  )}\n`;

const organizationOf = (actor: FileActor | undefined, address: (id: string) => string) =>
  actor ? { "@type": "Organization", "@id": address(actor.id), name: actor.label } : undefined;

/** JSON-LD in the words of schema.org: each tie an action of two organizations, from when to when. */
export const writeLinkedData = ({ actors, ties }: NetworkFile, address: (id: string) => string): string => {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return `${JSON.stringify(
    {
      "@context": "https://schema.org",
      "@graph": [
        ...actors.map((actor) => ({
          ...organizationOf(actor, address),
          ...(actor.sector ? { additionalType: actor.sector } : {}),
        })),
        ...ties.map(({ from, to, kind, topic, startsOn, endsOn }) => ({
          "@type": "InteractAction",
          ...(topic ? { name: topic } : {}),
          ...(kind ? { additionalType: kind } : {}),
          ...(startsOn ? { startTime: startsOn } : {}),
          ...(endsOn ? { endTime: endsOn } : {}),
          agent: { "@id": organizationOf(byId.get(from), address)?.["@id"] },
          participant: { "@id": organizationOf(byId.get(to), address)?.["@id"] },
        })),
      ],
    },
    null,
    2,
  )}\n`;
};
