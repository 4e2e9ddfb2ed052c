import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import { type Expected, listDay, listExpected } from "#modules/shifts/attendance/queries.ts";
import type { Taken } from "#modules/shifts/marks/commands.ts";
import { say } from "./messages.ts";

/** How it stands with somebody, in words: "da seit 14.03 Uhr". */
export const stateInWords = (ctx: Pick<Context, "language">, row: Expected): string => {
  const { state, arrivedAt, leftAt, came, party } = row;
  const words = say(ctx);
  if (state === null) return "";
  if (state === "missed" || state === "excused") return words(`now_${state}`);
  if (state === "left") return words("now_left", { time: leftAt ? time(ctx, leftAt) : "" });
  const since = { time: arrivedAt ? time(ctx, arrivedAt) : "" };
  return came !== null && came < party
    ? words("now_arrivedSome", { ...since, people: came, party })
    : words("now_arrived", since);
};

/** What is known of somebody beside the name: role, group, just came along. */
export const aboutOf = (ctx: Pick<Context, "language">, row: Expected): string =>
  [
    row.role,
    row.party > 1 ? say(ctx)("party", { n: row.party }) : "",
    row.how === "walk_in" ? say(ctx)("walkIn") : "",
  ]
    .filter(Boolean)
    .join(" · ");

/** The list of a day as a phone keeps it, with the moment it was read. */
export const readState = async (ctx: Context, opportunityId: Id<"opportunity">, day: string) => {
  const shifts = await listDay(ctx, opportunityId, day);
  const expected = await listExpected(
    ctx,
    shifts.map(({ id }) => id),
  );
  return {
    at: +ctx.now,
    rows: expected.map((row) => ({
      id: row.id,
      shift: row.shiftId,
      name: row.name,
      about: aboutOf(ctx, row),
      state: row.state ?? "open",
      now: stateInWords(ctx, row),
      people: row.came,
      party: row.party,
    })),
  };
};

type Named = ReadonlyMap<string, string>;

/** Why marks were not taken, each in a sentence that names whom it was about. */
export const refusalsInWords = (
  ctx: Pick<Context, "language">,
  refused: Taken["refused"],
  names: Named,
): { readonly id: string; readonly text: string }[] =>
  refused.map(({ id, because }) => ({
    id,
    text: say(ctx)(`refused_${because}`, { name: names.get(id) ?? say(ctx)("somebody") }),
  }));
