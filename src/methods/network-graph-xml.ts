import { XMLValidator } from "fast-xml-parser";
import { dayIn, filled, gather } from "./network-gathering.ts";
import type { FileActor, FileTie, NetworkReading } from "./network-shape.ts";
import { decodeText } from "./table-file.ts";
import { parseXml } from "./workbook-file.ts";

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const childrenOf = (node: unknown, name: string): readonly Node[] => {
  const found = isNode(node) ? node[name] : undefined;
  return (Array.isArray(found) ? found : [found]).filter(isNode);
};
const childOf = (node: unknown, name: string): Node | undefined => childrenOf(node, name)[0];
const attribute = (node: Node, name: string): string | undefined => {
  const value = node[`@_${name}`];
  return typeof value === "string" ? value : undefined;
};
const textOf = (value: unknown): string =>
  typeof value === "string" ? value : isNode(value) ? textOf(value["#text"]) : "";

/** What an element says of itself beside its id, by name. */
type Said = ReadonlyMap<string, string>;

const first = (said: Said, names: readonly string[]): string | undefined =>
  names.map((name) => said.get(name)).find((word) => word !== undefined && word !== "");

const actorOf = (node: Node, said: Said): FileActor => {
  const id = attribute(node, "id") ?? "";
  return {
    id,
    label: attribute(node, "label") ?? first(said, ["label", "name"]) ?? id,
    ...filled({
      sector: first(said, ["sector", "sektor", "type"]),
      startsOn: dayIn(attribute(node, "start") ?? first(said, ["start"])),
      endsOn: dayIn(attribute(node, "end") ?? first(said, ["end"])),
    }),
  };
};

const tieOf = (node: Node, said: Said): FileTie => ({
  from: attribute(node, "source") ?? "",
  to: attribute(node, "target") ?? "",
  ...filled({
    kind: first(said, ["kind", "type", "art"]),
    topic: attribute(node, "label") ?? first(said, ["topic", "thema", "label"]),
    startsOn: dayIn(attribute(node, "start") ?? first(said, ["start"])),
    endsOn: dayIn(attribute(node, "end") ?? first(said, ["end"])),
  }),
});

// GraphML names its data by keys: <key id="d0" attr.name="sector"/>, <data key="d0">civil</data>.
const readGraphml = (root: Node): NetworkReading => {
  const names = new Map(
    childrenOf(root, "key").map((key) => [attribute(key, "id"), attribute(key, "attr.name")?.toLowerCase()]),
  );
  const saidOf = (node: Node): Said => {
    const found = node["data"];
    const data = Array.isArray(found) ? found : [found];
    return new Map(
      data.filter(isNode).map((one) => [names.get(attribute(one, "key")) ?? "", textOf(one).trim()] as const),
    );
  };
  const graph = childOf(root, "graph");
  if (!graph) return gather([], [], false);
  const nodes = childrenOf(graph, "node").map((node) => actorOf(node, saidOf(node)));
  const ties = childrenOf(graph, "edge").map((edge) => tieOf(edge, saidOf(edge)));
  return gather(nodes, ties, false);
};

// GEXF names them by attributes: <attribute id="0" title="sector"/>, <attvalue for="0" value="civil"/>.
const readGexf = (root: Node): NetworkReading => {
  const graph = childOf(root, "graph");
  if (!graph) return gather([], [], false);
  const namesFor = (kind: string): ReadonlyMap<string | undefined, string | undefined> =>
    new Map(
      childrenOf(graph, "attributes")
        .filter((list) => attribute(list, "class") === kind)
        .flatMap((list) => childrenOf(list, "attribute"))
        .map((one) => [attribute(one, "id"), attribute(one, "title")?.toLowerCase()]),
    );
  const saidWith =
    (names: ReadonlyMap<string | undefined, string | undefined>) =>
    (node: Node): Said =>
      new Map(
        childrenOf(childOf(node, "attvalues"), "attvalue").map((one) => [
          names.get(attribute(one, "for")) ?? "",
          attribute(one, "value") ?? "",
        ]),
      );
  const [ofNode, ofEdge] = [saidWith(namesFor("node")), saidWith(namesFor("edge"))];
  return gather(
    childrenOf(childOf(graph, "nodes"), "node").map((node) => actorOf(node, ofNode(node))),
    childrenOf(childOf(graph, "edges"), "edge").map((edge) => tieOf(edge, ofEdge(edge))),
    false,
  );
};

/** GraphML or GEXF, told apart by the root element. */
export const readGraphXml = (bytes: Uint8Array): NetworkReading => {
  let tree: Node;
  const { text } = decodeText(bytes);
  try {
    // A file that breaks off would be read as a smaller network.
    if (XMLValidator.validate(text) !== true) return { ok: false, problem: { kind: "unreadable" } };
    tree = parseXml(text);
  } catch {
    return { ok: false, problem: { kind: "unreadable" } };
  }
  const graphml = childOf(tree, "graphml");
  if (graphml) return readGraphml(graphml);
  const gexf = childOf(tree, "gexf");
  if (gexf) return readGexf(gexf);
  return { ok: false, problem: { kind: "shape", word: "graphml" } };
};
