import type { Context } from "#core/context.ts";
import { day, isoDay } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { plusDays } from "#core/local-time.ts";
import type { CalendarEntry, MineEntry } from "#core/module.ts";
import { paths } from "#modules/participation/paths.ts";
import { phaseName } from "#modules/participation/vocabulary.ts";
import { say } from "./messages.ts";

// The phases of the processes this person follows that did not end long ago.
const phasesOf = (ctx: Context, person: Id<"person">, since: string) =>
  ctx.db
    .selectFrom("processFollowers as f")
    .innerJoin("processes as o", "o.id", "f.processId")
    .innerJoin("processPhases as p", "p.processId", "o.id")
    .select(["p.id", "p.kind", "p.startsOn", "p.endsOn", "o.title", "o.slug", "o.changedAt", "o.state"])
    .where("f.personId", "=", person)
    .where("o.state", "in", ["published", "canceled"])
    .where("p.endsOn", ">=", since)
    .orderBy("p.endsOn")
    .limit(100)
    .execute();

/** The processes somebody follows, with the phase of today. */
export const mineOf = async (ctx: Context): Promise<readonly MineEntry[]> => {
  if (ctx.actor.kind !== "person") return [];
  const today = isoDay(ctx.now);
  const rows = await phasesOf(ctx, ctx.actor.id, today);
  return rows
    .filter(({ state, startsOn }) => state === "published" && startsOn <= today)
    .map(({ title, slug, kind, endsOn, changedAt }) => ({
      title,
      text: say(ctx)("running", { phase: phaseName(ctx, kind), date: day(ctx, endsOn) }),
      href: paths.show(slug),
      waiting: false,
      at: changedAt,
    }));
};

const keptDays = 90;

/** The last days of the phases of followed processes, for a person's own calendar. */
export const calendarOf = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> => {
  const rows = await phasesOf(ctx, person, plusDays(isoDay(ctx.now), -keptDays));
  return rows.map(({ id, kind, endsOn, title, changedAt, state }) => ({
    id,
    // Seconds since 1970 grow with every change.
    revision: Math.floor(+changedAt / 1000),
    changedAt,
    title: say(ctx)("lastDay", { phase: phaseName(ctx, kind), title }),
    text: say(ctx)("lastDayText"),
    whereText: "",
    start: endsOn,
    end: endsOn,
    canceled: state === "canceled",
  }));
};

/** Which processes somebody follows, for their own file. */
export const tellFollowed = (ctx: Context, person: Id<"person">) =>
  ctx.db
    .selectFrom("processFollowers")
    .innerJoin("processes", "processes.id", "processFollowers.processId")
    .select(["processes.title", "processFollowers.madeAt as since"])
    .where("personId", "=", person)
    .orderBy("processFollowers.madeAt")
    .limit(1_000)
    .execute();
