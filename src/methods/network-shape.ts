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
