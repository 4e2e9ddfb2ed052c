import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { CalendarEntry, Module } from "#core/module.ts";
import { type AppointmentRow, appointmentsOf } from "#modules/desk/appointments/queries.ts";
import { appointmentName } from "#modules/desk/vocabulary.ts";
import { say } from "./messages.ts";
import { pages } from "./pages.tsx";

const entryOf = (ctx: Context, row: AppointmentRow): CalendarEntry => ({
  id: row.id,
  revision: row.revision,
  changedAt: row.canceledAt ?? row.bookedAt ?? row.startsAt,
  title: say(ctx)("calendarSummary", { office: ctx.place.officeName }),
  text: [appointmentName(ctx, row.kind), row.adviser].join(", "),
  whereText: row.kind === "visit" ? row.whereText : "",
  start: row.startsAt,
  end: row.endsAt,
  canceled: row.canceledAt !== null,
});

const calendar = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> =>
  (await appointmentsOf(ctx, person)).map((row) => entryOf(ctx, row));

export const visits: Module = { name: "desk/visits", pages: { "/termin": pages }, calendar };
