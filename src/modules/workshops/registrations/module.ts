import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { type Id, isId } from "#core/id.ts";
import type { CalendarEntry, MineEntry, Module } from "#core/module.ts";
import { paths } from "#modules/workshops/paths.ts";
import { moveUp, tellAll } from "./commands.ts";
import { jobs } from "./jobs.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";
import { registrationsOf } from "./queries.ts";

const mine = async (ctx: Context): Promise<readonly MineEntry[]> => {
  if (ctx.actor.kind !== "person") return [];
  const rows = await registrationsOf(ctx, ctx.actor.id);
  return rows
    .filter((row) => row.state !== "canceled" && row.workshopState === "announced" && row.endsAt > ctx.now)
    .map((row) => ({
      title: row.title,
      text: `${dayAndTime(ctx, row.startsAt, row.endsAt)}. ${say(ctx)(row.state === "waiting" ? "mineWaiting" : "mineComing")}`,
      href: paths.show(row.slug),
      waiting: false,
      at: row.madeAt,
    }));
};

const calendar = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> =>
  (await registrationsOf(ctx, person))
    .filter((row) => row.state !== "waiting")
    .map((row) => ({
      id: row.id,
      revision: Math.floor(+row.changedAt / 1_000) % 2_000_000_000,
      changedAt: row.changedAt,
      title: row.title,
      text: row.question ? say(ctx)("calendarText", { question: row.question }) : "",
      whereText: row.whereText,
      start: row.startsAt,
      end: row.endsAt,
      canceled: row.state === "canceled" || row.workshopState === "canceled",
    }));

export const registrations: Module = {
  name: "workshops/registrations",
  pages: { [paths.register]: pages },
  mine,
  calendar,
  jobs,
  reactions: {
    "workshop.canceled": async (ctx, { subjectId }) => {
      if (isId<"workshop">(subjectId)) await tellAll(ctx, subjectId, "canceled");
    },
    "workshop.changed": async (ctx, { subjectId, data: { moved, moreSeats } }) => {
      if (!isId<"workshop">(subjectId)) return;
      if (moved === true) await tellAll(ctx, subjectId, "moved");
      if (moreSeats === true) await moveUp(ctx, subjectId);
    },
  },
};
