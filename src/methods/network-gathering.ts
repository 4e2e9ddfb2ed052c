import type { FileActor, FileTie, NetworkReading } from "./network-shape.ts";

const most = 200_000;

/** Puts actors and ties together: an actor named twice or a tie to nobody is a problem, and so is far too much. */
export const gather = (
  actors: readonly FileActor[],
  ties: readonly FileTie[],
  grow: boolean,
): NetworkReading => {
  if (actors.length > most || ties.length > most * 5) return { ok: false, problem: { kind: "tooMany" } };
  const known = new Map<string, FileActor>();
  for (const actor of actors) {
    if (known.has(actor.id)) return { ok: false, problem: { kind: "doubled", word: actor.id } };
    known.set(actor.id, actor);
  }
  for (const tie of ties)
    for (const id of [tie.from, tie.to]) {
      if (known.has(id)) continue;
      if (!grow) return { ok: false, problem: { kind: "noActor", word: id } };
      known.set(id, { id, label: id });
    }
  return { ok: true, file: { actors: [...known.values()], ties } };
};

const isoDay = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/u;

/** A day from "2015", "2015-04" or a full date; nothing when it is none. */
export const dayIn = (text: string | undefined): string | undefined => {
  const found = isoDay.exec(text?.trim() ?? "");
  return found ? `${found[1]}-${found[2] ?? "01"}-${found[3] ?? "01"}` : undefined;
};

type Words = { readonly [name: string]: string | undefined };

/** Only what is there: an empty word is left out. */
export const filled = <Shape extends Words>(words: Shape): { readonly [Name in keyof Shape]?: string } =>
  Object.fromEntries(Object.entries(words).filter(([, word]) => word !== undefined && word !== "")) as {
    readonly [Name in keyof Shape]?: string;
  };
