import { dayIn, filled, gather } from "./network-gathering.ts";
import type { FileActor, FileTie, NetworkReading } from "./network-shape.ts";
import { decodeText } from "./table-file.ts";

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const wordOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

const firstOf = (row: Row, names: readonly string[]): string | undefined =>
  names.map((name) => wordOf(row[name])).find((word) => word !== undefined && word !== "");

const listIn = (tree: Row, names: readonly string[]): readonly unknown[] | undefined =>
  names.map((name) => tree[name]).find((value): value is readonly unknown[] => Array.isArray(value));

const actorIn = (row: unknown): FileActor | undefined => {
  if (!isRow(row)) {
    const word = wordOf(row);
    return word === undefined ? undefined : { id: word, label: word };
  }
  const id = firstOf(row, ["id", "_id", "key", "label", "name"]);
  if (id === undefined) return undefined;
  return {
    id,
    label: firstOf(row, ["label", "name"]) ?? id,
    ...filled({
      sector: firstOf(row, ["sector", "type"]),
      startsOn: dayIn(firstOf(row, ["start", "startsOn"])),
      endsOn: dayIn(firstOf(row, ["end", "endsOn"])),
    }),
  };
};

const tieIn = (row: unknown): FileTie | undefined => {
  if (Array.isArray(row)) return tieIn({ source: row[0], target: row[1] });
  if (!isRow(row)) return undefined;
  const from = firstOf(row, ["source", "from"]);
  const to = firstOf(row, ["target", "to"]);
  if (from === undefined || to === undefined) return undefined;
  return {
    from,
    to,
    ...filled({
      kind: firstOf(row, ["kind", "type"]),
      topic: firstOf(row, ["topic", "label"]),
      startsOn: dayIn(firstOf(row, ["start", "startsOn"])),
      endsOn: dayIn(firstOf(row, ["end", "endsOn"])),
    }),
  };
};

const parsed = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(decodeText(bytes).text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
};

/** Nodes and links as d3 and NetworkX write them, elements and connections of Kumu, or what our own export gives. */
export const readNetworkJson = (bytes: Uint8Array): NetworkReading => {
  const tree = parsed(bytes);
  if (tree === undefined) return { ok: false, problem: { kind: "unreadable" } };
  const nodes = isRow(tree) ? listIn(tree, ["nodes", "elements", "actors"]) : undefined;
  const links = isRow(tree) ? listIn(tree, ["links", "edges", "connections", "ties"]) : undefined;
  if (!links && !nodes) return { ok: false, problem: { kind: "columns", word: "nodes, links" } };
  const actors = (nodes ?? []).map(actorIn);
  const ties = (links ?? []).map(tieIn);
  const strange = [...actors, ...ties].indexOf(undefined);
  if (strange !== -1)
    return { ok: false, problem: { kind: "shape", line: (strange % (actors.length || 1)) + 1 } };
  // Kumu ties elements by their labels, other programs by their ids; a list without nodes brings its own.
  const byLabel = new Map(actors.flatMap((actor) => (actor ? [[actor.label, actor.id] as const] : [])));
  const ids = new Set(actors.flatMap((actor) => (actor ? [actor.id] : [])));
  const idOf = (word: string): string => (ids.has(word) ? word : (byLabel.get(word) ?? word));
  return gather(
    actors.flatMap((actor) => actor ?? []),
    ties.flatMap((tie) => (tie ? [{ ...tie, from: idOf(tie.from), to: idOf(tie.to) }] : [])),
    nodes === undefined,
  );
};
