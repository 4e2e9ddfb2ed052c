import * as z from "zod";
import type { Context } from "#core/context.ts";
import type { Dataset } from "#core/module.ts";
import { cooperationKinds } from "#modules/network/vocabulary.ts";
import { readFile } from "./queries.ts";

const columns = z.object({
  from: z.string(),
  fromName: z.string(),
  fromSector: z.string(),
  to: z.string(),
  toName: z.string(),
  toSector: z.string(),
  kind: z.enum(cooperationKinds),
  topic: z.string(),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
});

const rows = async (ctx: Context) => {
  const { actors, ties } = await readFile(ctx);
  const bySlug = new Map(actors.map((actor) => [actor.id, actor]));
  return ties.map(({ from, to, endsOn, ...tie }) => {
    const [one, other] = [bySlug.get(from), bySlug.get(to)];
    return {
      ...tie,
      from,
      fromName: one?.label,
      fromSector: one?.sector,
      to,
      toName: other?.label,
      toSector: other?.sector,
      endsOn: endsOn ?? null,
    };
  });
};

/** Which organizations work together, from when to when; free for every use. */
export const datasets: readonly Dataset[] = [{ name: "cooperations", licence: "CC0-1.0", columns, rows }];
