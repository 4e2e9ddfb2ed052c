import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { addItem, type NewItem } from "#modules/consortium/agenda/commands.ts";
import { addMeeting, openMeeting } from "#modules/consortium/meetings/commands.ts";
import type { MeetingId } from "#modules/consortium/meetings/queries.ts";
import { addMotion, type NewMotion } from "#modules/consortium/motions/commands.ts";
import { come } from "#modules/consortium/presence/commands.ts";
import { made } from "./made.ts";

type Sector = "civil" | "public" | "business";
type SeatId = Id<"seat">;

/** Puts seats up, one a sector named, each held by the person named, if one is. */
export const putSeats = async (
  ctx: Context,
  seats: readonly { readonly sector: Sector; readonly voting?: boolean; readonly person?: Id<"person"> }[],
): Promise<readonly SeatId[]> => {
  const rows = await ctx.db
    .insertInto("seats")
    .values(
      seats.map(({ sector, voting = true }, index) => ({
        title: `Sitz ${index + 1}`,
        position: index + 1,
        sector,
        voting,
        startsOn: "2020-01-01",
      })),
    )
    .returning("id")
    .execute();
  const ids = rows.map(({ id }) => id);
  const holders = seats.flatMap(({ person }, index) => {
    const seatId = ids[index];
    return person && seatId
      ? [{ seatId, personId: person, name: `Mitglied ${index + 1}`, startsOn: "2020-01-01" }]
      : [];
  });
  if (holders.length > 0) await ctx.db.insertInto("seatHolders").values(holders).execute();
  return ids;
};

/** Puts rules of procedure into force. */
export const putRules = async (ctx: Context, rules: ProcedureRules): Promise<void> => {
  await ctx.db
    .insertInto("procedureRules")
    .values({
      number: 1,
      rules: JSON.stringify(rules),
      state: "adopted",
      validFrom: "2020-01-01",
      adoptedAt: ctx.now,
    })
    .execute();
};

const hour = 3_600_000;

/** A meeting that runs now, with these seats in the room. */
export const runMeeting = async (
  ctx: Context,
  present: readonly SeatId[],
  ways: readonly ("room" | "remote")[] = [],
): Promise<MeetingId> => {
  const { id } = made(
    await addMeeting(ctx, {
      title: "Steuerungsgruppe",
      words: "",
      startsAt: ctx.now,
      endsAt: new Date(+ctx.now + 2 * hour),
      whereWords: "Ratssaal",
      onlineWords: "",
    }),
  );
  made(await openMeeting(ctx, id));
  for (const [index, seatId] of present.entries())
    made(
      await come(ctx, id, {
        seatId,
        part: "member",
        name: `Mitglied ${index + 1}`,
        way: ways[index] ?? "room",
      }),
    );
  return id;
};

/** An item that stood in the invitation (unless said otherwise), with a motion on it. */
export const putMotion = async (
  ctx: Context,
  meeting: MeetingId,
  motion: Partial<NewMotion> = {},
  announced = true,
) => {
  const item: NewItem = { kind: "decision", title: "Mitfahrbank", words: "", minutes: 10, public: true };
  const itemId = made(await addItem(ctx, meeting, item));
  await ctx.db.updateTable("agendaItems").set({ announced }).where("id", "=", itemId).execute();
  const motionId = made(
    await addMotion(ctx, itemId, {
      title: "Mitfahrbank am Markt",
      wording: "Am Markt wird eine Mitfahrbank aufgestellt.",
      ...motion,
    }),
  );
  return { itemId, motionId };
};
