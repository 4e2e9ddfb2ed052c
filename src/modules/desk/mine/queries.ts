import { signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { MineEntry } from "#core/module.ts";
import { appointmentsOf } from "#modules/desk/appointments/queries.ts";
import { inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { appointmentName } from "#modules/desk/vocabulary.ts";
import { say } from "./messages.ts";

/** What runs between this person and the contact point: open questions, and conversations that are still to come. */
export const mineOf = async (ctx: Context): Promise<readonly MineEntry[]> => {
  const { id } = signedIn(ctx.actor);
  const words = say(ctx);
  const [appointments, inquiries] = [await appointmentsOf(ctx, id), await inquiriesOf(ctx, id)];
  const ahead = appointments.filter(({ canceledAt, startsAt }) => canceledAt === null && startsAt > ctx.now);
  const open = inquiries.filter(({ closedAt }) => closedAt === null);
  return [
    ...ahead.map(({ startsAt, endsAt, kind }) => ({
      title: words("entryAppointment"),
      text: `${dayAndTime(ctx, startsAt, endsAt)}, ${appointmentName(ctx, kind)}`,
      href: paths.mine,
      waiting: false,
      at: startsAt,
    })),
    ...open.map(({ number, words: text, arrivedAt }) => ({
      title: words("entryQuestion", { number }),
      text: text.length > 120 ? `${text.slice(0, 120)} …` : text,
      href: paths.mine,
      waiting: false,
      at: arrivedAt,
    })),
  ].slice(0, 10);
};
