import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import { paths } from "#modules/opportunities/paths.ts";
import type { WholeOpportunity } from "#modules/opportunities/queries.ts";
import { paths as shiftPaths } from "#modules/shifts/paths.ts";
import type { ShiftRow } from "#modules/shifts/queries.ts";
import { ButtonLink } from "#ui/button.tsx";
import { telephone } from "#ui/link.ts";
import { Actions, Note } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { NextShifts } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly offer: WholeOpportunity;
  readonly next: NonNullable<NextShifts>;
};

const placesOf = (ctx: Context, { needs }: ShiftRow): string => {
  const words = say(ctx);
  return needs
    .map(({ role, taken, maximum }) =>
      taken < maximum ? words("roleFree", { role, n: maximum - taken }) : words("roleFull", { role }),
    )
    .join(", ");
};

/** The next shifts, and the one button that leads to all of them. */
export const NextShiftsNote = ({ ctx, offer, next }: Props) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  const button = next.mode === "wishes" ? "tellWishes" : next.mode === "open" ? "signUp" : "seeShifts";
  return (
    <Note id="interesse" heading={words("nextShifts")}>
      {next.shifts.length > 0 ? (
        <ItemList
          items={next.shifts.map((shift) => ({
            title: dayAndTime(ctx, shift.startsAt, shift.endsAt),
            text: placesOf(ctx, shift),
          }))}
        />
      ) : (
        <p>{words("noShifts")}</p>
      )}
      <Actions>
        <ButtonLink href={shiftPaths.choose(offer.slug)}>{words(button)}</ButtonLink>
        <a href={paths.askAbout(offer.slug)}>{words("askFirst")}</a>
        {officePhone && <a href={telephone(officePhone)}>{words("askPhone", { phone: officePhone })}</a>}
        {next.mayPlan && <a href={shiftPaths.plan(offer.id)}>{words("plan")}</a>}
      </Actions>
    </Note>
  );
};
