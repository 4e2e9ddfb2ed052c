import { sql } from "kysely";
import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { readHallCode } from "#modules/workshops/guests/queries.ts";
import { findHall, findPublicWorkshop, listPhases, openPhase } from "#modules/workshops/queries.ts";
import type { Workshop, WorkshopPhase } from "#modules/workshops/schema.ts";

/** The workshop whose board may be shown: by its office, or by whoever knows the word of the hall while it is open. */
export const findBoard = async (
  ctx: Context,
  slug: string,
  code: string | undefined,
): Promise<Workshop | undefined> => {
  if (isStaff(ctx.actor)) return findPublicWorkshop(ctx, slug);
  const workshop = await findHall(ctx, slug);
  return workshop && code !== undefined && readHallCode(code) === workshop.hallCode ? workshop : undefined;
};

/** So many cards are on a board, more than fit its wall: whoever asks a moment late misses none. The newest come first. */
export const onBoard = 120;

const listNewest = (ctx: Context, phase: Id<"workshopPhase">) =>
  ctx.db
    .selectFrom("cards")
    .leftJoin("workshopTables", "workshopTables.id", "cards.tableId")
    .select(["cards.id", "cards.number", "cards.text", "workshopTables.title as table"])
    .where("cards.phaseId", "=", phase)
    .where("cards.withdrawnAt", "is", null)
    .orderBy("cards.number", "desc")
    .limit(onBoard)
    .execute();

const countOf = async (ctx: Context, phase: Id<"workshopPhase">): Promise<number> => {
  const { n } = await ctx.db
    .selectFrom("cards")
    .select((select) => select.fn.countAll<string>().as("n"))
    .where("phaseId", "=", phase)
    .where("withdrawnAt", "is", null)
    .executeTakeFirstOrThrow();
  return Number(n);
};

export type Bar = { readonly title: string; readonly cards: number; readonly dots: number };

/** The themes of a part with their cards and dots, the heaviest first. */
const listBars = async (ctx: Context, phase: Id<"workshopPhase">): Promise<readonly Bar[]> => {
  const { rows } = await sql<Bar>`
    select c.title,
      (select count(*) from cards k where k.place_id = c.place_id and k.cluster_id = c.id and k.withdrawn_at is null)::int as cards,
      coalesce((select sum(d.count) from workshop_dots d where d.place_id = c.place_id and d.cluster_id = c.id), 0)::int as dots
    from card_clusters c where c.phase_id = ${phase}
    order by dots desc, c.position, c.id limit 12`.execute(ctx.db);
  return rows;
};

/** How many phones have given dots in this part. */
const countGivers = async (ctx: Context, phase: Id<"workshopPhase">): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(distinct d.guest_id)::int as n from workshop_dots d
    join card_clusters c on c.place_id = d.place_id and c.id = d.cluster_id where c.phase_id = ${phase}`.execute(
    ctx.db,
  );
  return rows[0]?.n ?? 0;
};

/** When the open part ends: so many minutes after it was opened. */
const endOf = async (ctx: Context, { id, minutes }: WorkshopPhase): Promise<Date | null> => {
  const row = await ctx.db
    .selectFrom("events")
    .select("happenedAt")
    .where("name", "=", "workshop_phase.opened")
    .where("subjectId", "=", id)
    .orderBy("happenedAt", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? new Date(+row.happenedAt + minutes * 60_000) : null;
};

const lastWeighed = async (ctx: Context, phases: readonly WorkshopPhase[]) => {
  for (const phase of phases.toReversed().filter(({ dots }) => dots > 0)) {
    const bars = await listBars(ctx, phase.id);
    if (bars.some(({ dots }) => dots > 0)) return { phase, bars };
  }
  return undefined;
};

/** What stands on the board at this moment. Bars are shown when the dots are in: nobody shall run after the others. */
export const readBoard = async (ctx: Context, workshop: Workshop) => {
  const phases = await listPhases(ctx, workshop.id);
  const open = openPhase(phases);
  if (open?.takes === "cards") {
    const [cards, total] = [await listNewest(ctx, open.id), await countOf(ctx, open.id)];
    return { scene: "cards" as const, phase: open, cards, total, until: await endOf(ctx, open) };
  }
  if (open) {
    const [bars, givers] = [await listBars(ctx, open.id), await countGivers(ctx, open.id)];
    return { scene: "dots" as const, phase: open, bars, givers, until: null };
  }
  const weighed = await lastWeighed(ctx, phases);
  return weighed
    ? { scene: "bars" as const, ...weighed, until: null }
    : { scene: "nothing" as const, until: null };
};

export type Board = Awaited<ReturnType<typeof readBoard>>;
