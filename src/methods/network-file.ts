import { buildNetwork, type Network } from "./network.ts";
import { readGraphXml } from "./network-graph-xml.ts";
import { readNetworkJson } from "./network-json.ts";
import { readNetworkTable } from "./network-table.ts";

/** An actor as files carry it; days as "2015-04-01". */
export type FileActor = {
  readonly id: string;
  readonly label: string;
  readonly sector?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
};

/** A tie between two actors by their ids. */
export type FileTie = {
  readonly from: string;
  readonly to: string;
  readonly kind?: string;
  readonly topic?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
};

export type NetworkFile = { readonly actors: readonly FileActor[]; readonly ties: readonly FileTie[] };

/** Why a file is no network: what is wrong, where, and with which word. */
export type NetworkProblem = {
  readonly kind: "unreadable" | "columns" | "noActor" | "doubled" | "shape" | "tooMany" | "format";
  readonly line?: number;
  readonly word?: string;
};

export type NetworkReading =
  | { readonly ok: true; readonly file: NetworkFile }
  | { readonly ok: false; readonly problem: NetworkProblem };

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
