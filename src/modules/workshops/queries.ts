import type { Context } from "#core/context.ts";
import { type Id, isId } from "#core/id.ts";
import { may } from "./policy.ts";
import type { Workshop, WorkshopPhase, WorkshopTable } from "./schema.ts";

export type WorkshopId = Id<"workshop">;

/** A workshop, for those who run it; for everybody else it is not there. */
export const findWorkshop = async (ctx: Context, id: WorkshopId): Promise<Workshop | undefined> =>
  may.run(ctx)
    ? ctx.db.selectFrom("workshops").selectAll().where("id", "=", id).executeTakeFirst()
    : undefined;

/** A workshop that the town was told of; a draft is not there. */
export const findPublicWorkshop = (ctx: Context, slug: string): Promise<Workshop | undefined> =>
  ctx.db
    .selectFrom("workshops")
    .selectAll()
    .where("slug", "=", slug)
    .where("state", "<>", "draft")
    .executeTakeFirst();

/** A workshop whose phones may come in: while it runs and while one may say what was not meant. */
export const findHall = async (ctx: Context, slug: string): Promise<Workshop | undefined> => {
  const workshop = await findPublicWorkshop(ctx, slug);
  return workshop && ["announced", "running", "correcting"].includes(workshop.state) ? workshop : undefined;
};

/** All workshops, the latest day first, for those who run them. */
export const listWorkshops = async (ctx: Context): Promise<readonly Workshop[]> =>
  may.run(ctx)
    ? ctx.db
        .selectFrom("workshops")
        .selectAll()
        .orderBy("startsAt", "desc")
        .orderBy("id")
        .limit(100)
        .execute()
    : [];

/** Workshops that the town was told of, the latest day first. */
export const listPublicWorkshops = (ctx: Context): Promise<readonly Workshop[]> =>
  ctx.db
    .selectFrom("workshops")
    .selectAll()
    .where("state", "not in", ["draft", "canceled"])
    .orderBy("startsAt", "desc")
    .orderBy("id")
    .limit(60)
    .execute();

/** The parts of the day, in their order. */
export const listPhases = (ctx: Context, workshop: WorkshopId): Promise<WorkshopPhase[]> =>
  ctx.db
    .selectFrom("workshopPhases")
    .selectAll()
    .where("workshopId", "=", workshop)
    .orderBy("position")
    .orderBy("id")
    .limit(40)
    .execute();

/** The tables of the hall, in their order. */
export const listTables = (ctx: Context, workshop: WorkshopId): Promise<WorkshopTable[]> =>
  ctx.db
    .selectFrom("workshopTables")
    .selectAll()
    .where("workshopId", "=", workshop)
    .orderBy("position")
    .orderBy("id")
    .limit(60)
    .execute();

export type Scheduled = WorkshopPhase & { readonly startsAt: Date; readonly endsAt: Date };

/** The parts of the day with their hours: each begins when the one before it ends. */
export const scheduleOf = (
  { startsAt }: Pick<Workshop, "startsAt">,
  phases: readonly WorkshopPhase[],
): readonly Scheduled[] => {
  let at = +startsAt;
  return phases.map((phase) => {
    const begins = at;
    at += phase.minutes * 60_000;
    return { ...phase, startsAt: new Date(begins), endsAt: new Date(at) };
  });
};

/** The phase in which phones may do something now; at most one. */
export const openPhase = <Phase extends Pick<WorkshopPhase, "takes">>(
  phases: readonly Phase[],
): Phase | undefined => phases.find(({ takes }) => takes !== "nothing");

const named = (ctx: Context) =>
  ctx.db.selectFrom("workshops").select(["id", "slug", "title"]).where("state", "<>", "draft").limit(50);

/** Those of the ids that the town was told of, by their names. */
export const nameWorkshops = async (ctx: Context, ids: readonly string[]) => {
  const known = ids.filter((id) => isId<"workshop">(id));
  return known.length === 0 ? [] : named(ctx).where("id", "in", known).execute();
};

/** Workshops with these words in their title. */
export const findNamed = (ctx: Context, words: string) =>
  named(ctx)
    .where("title", "ilike", `%${words.replace(/[\\%_]/gu, "\\$&")}%`)
    .orderBy("startsAt", "desc")
    .execute();
