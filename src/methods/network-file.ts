import { buildNetwork, type Network } from "./network.ts";
import { readGraphXml } from "./network-graph-xml.ts";
import { readNetworkJson } from "./network-json.ts";
import type { NetworkFile, NetworkReading } from "./network-shape.ts";
import { readNetworkTable } from "./network-table.ts";

export type { NetworkFile, NetworkProblem, NetworkReading } from "./network-shape.ts";

/** Reads GraphML, GEXF, a CSV list of ties, or JSON (nodes and links, Kumu, our own), by the ending of its name. */
export const readNetwork = (name: string, bytes: Uint8Array): NetworkReading => {
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase();
  switch (ending) {
    case "graphml":
    case "gexf":
    case "xml":
      return readGraphXml(bytes);
    case "csv":
    case "tsv":
      return readNetworkTable(bytes);
    case "json":
      return readNetworkJson(bytes);
    default:
      return { ok: false, problem: { kind: "format", word: name } };
  }
};

/** The graph of a file, with every actor once and every pair once. A tie to nobody is an error of the caller. */
export const networkOf = ({ actors, ties }: NetworkFile): Network => {
  const ids = actors.map(({ id }) => id);
  const place = new Map(ids.map((id, at) => [id, at]));
  return buildNetwork(
    ids,
    ties.map(({ from, to }) => [place.get(from) ?? -1, place.get(to) ?? -1]),
  );
};
