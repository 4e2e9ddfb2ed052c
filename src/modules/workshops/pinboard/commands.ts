import { sql } from "kysely";
import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { record } from "#core/events.ts";
import { type Id, isId } from "#core/id.ts";
import { line, many } from "#core/input.ts";
import { done, type Outcome, refused } from "#core/outcome.ts";
import { addCluster, type Move, type Sorted, sortCards } from "#modules/workshops/clusters/commands.ts";
import { may } from "#modules/workshops/policy.ts";

type ClusterId = Id<"cardCluster">;
type PhaseId = Id<"workshopPhase">;

const unsorted = "-";

const move = z
  .string()
  .transform((text): Move | undefined => {
    const [card = "", from = ""] = text.split(".");
    if (!isId<"card">(card)) return undefined;
    if (from === unsorted) return { card, from: null };
    return isId<"cardCluster">(from) ? { card, from } : undefined;
  })
  .refine((value) => value !== undefined, { error: "choose" })
  .transform((value) => value as Move);

const target = z
  .string()
  .refine((text): text is ClusterId | typeof unsorted => text === unsorted || isId(text), { error: "choose" })
  .transform((text) => (text === unsorted ? null : text));

/** Cards that were chosen on the wall, and where they go. */
export const SortForm = z.object({
  karte: many(move, 500).refine((cards) => cards.length > 0, { error: "none" }),
  nach: target,
});

/** Cards that were chosen on the wall, and the name of what they are about. */
export const NewForm = z.object({ karte: many(move, 500), thema: line(200) });

/** Makes a cluster and puts the cards into it. */
export const clusterFrom = async (
  ctx: Context,
  phase: PhaseId,
  title: string,
  moves: readonly Move[],
): Promise<Outcome<Sorted, "tooMany" | "gone">> => {
  const cluster = await addCluster(ctx, phase, { title, words: "" });
  if (!cluster.ok) return cluster;
  return sortCards(ctx, phase, moves, cluster.value);
};

type Past = { readonly id: string; readonly to: ClusterId | null; readonly cards: readonly Move[] };

// The last sorting of this person that they have not undone yet.
const lastSorting = async (ctx: Context, phase: PhaseId): Promise<Past | undefined> => {
  if (ctx.actor.kind !== "person") return undefined;
  const { rows } = await sql<{
    id: string;
    data: { to: ClusterId | null; cards: { id: Id<"card">; from: ClusterId | null }[] };
  }>`
    select e.id, e.data from events e
    where e.subject_id = ${phase} and e.name = 'card.sorted' and e.actor_id = ${ctx.actor.id}
      and not (e.data ? 'undoes')
      and not exists (select from events u where u.subject_id = ${phase} and u.data ->> 'undoes' = e.id::text)
    order by e.happened_at desc, e.id desc limit 1`.execute(ctx.db);
  const [row] = rows;
  return (
    row && { id: row.id, to: row.data.to, cards: row.data.cards.map(({ id, from }) => ({ card: id, from })) }
  );
};

/** May this person take something back here? */
export const canUndo = async (ctx: Context, phase: PhaseId): Promise<boolean> =>
  (await lastSorting(ctx, phase)) !== undefined;

/** Takes the asker's own last sorting back: cards that still lie where it put them go where they lay before. */
export const undoSorting = async (ctx: Context, phase: PhaseId): Promise<Outcome<number, "nothing">> => {
  allow(may.run(ctx));
  await ctx.db.selectFrom("workshopPhases").select("id").where("id", "=", phase).forUpdate().execute();
  const last = await lastSorting(ctx, phase);
  if (!last) return refused("nothing");
  const { rows } = await sql<{ id: string }>`
    update cards c set changed_at = ${ctx.now},
      cluster_id = (select k.id from card_clusters k where k.id = b.source)
    from unnest(${last.cards.map(({ card }) => card)}::uuid[], ${last.cards.map(({ from }) => from)}::uuid[]) b(card, source)
    where c.id = b.card and c.phase_id = ${phase} and c.cluster_id is not distinct from ${last.to}::uuid
    returning c.id`.execute(ctx.db);
  await record(ctx, "card.sorted", phase, { undoes: last.id });
  return done(rows.length);
};
