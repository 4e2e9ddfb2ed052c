import type { Context } from "#core/context.ts";
import { day, time } from "#core/date.ts";
import { messages } from "#core/messages.ts";
import de from "./messages.de.json" with { type: "json" };

/** The words of who was there. */
export const say = messages(
  {
    missedTitle: "We missed you: {title}, {day}",
    missedText:
      "You were signed up for {day}, {time}, at {organization}, and were not ticked off on the list. Did something come up, or is it our mistake? A short call is enough: {phone}. Nobody will hold it against you.",
    state_arrived: "was there",
    state_left: "was there",
    state_missed: "did not come",
    state_excused: "excused",
  },
  { de },
);

type Missed = {
  readonly title: string;
  readonly organization: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

/** The gentle question to whoever did not come. */
export const tellMissed = (
  ctx: Pick<Context, "language" | "now" | "place">,
  { title, organization, startsAt, endsAt }: Missed,
): { readonly title: string; readonly text: string } => {
  const words = say(ctx);
  const when = { day: day(ctx, startsAt), time: time(ctx, startsAt, endsAt) };
  return {
    title: words("missedTitle", { title, day: when.day }),
    text: words("missedText", { ...when, organization, phone: ctx.place.officePhone }),
  };
};
