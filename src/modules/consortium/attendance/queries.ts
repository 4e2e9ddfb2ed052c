import type { Context } from "#core/context.ts";
import { time } from "#core/date.ts";
import { dayOf } from "#core/local-time.ts";
import type { Decision, ProcedureRules, VotingSeat } from "#methods/resolution.ts";
import { quorumOf } from "#methods/resolution-decide.ts";
import type { ItemId } from "#modules/consortium/agenda/queries.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import {
  type Conflict,
  listConflicts,
  listPresences,
  type Presence,
} from "#modules/consortium/presence/queries.ts";
import { rulesOfMeeting } from "#modules/consortium/procedure/queries.ts";
import { listSeats, type SeatRow } from "#modules/consortium/seats/queries.ts";
import { say } from "./messages.ts";

/** Who is there now, and whether that is enough to decide. */
export type Attendance = {
  readonly seats: readonly SeatRow[];
  readonly presences: readonly Presence[];
  readonly conflicts: readonly Conflict[];
  readonly rules: ProcedureRules;
  readonly quorum: Decision["quorum"];
};

/** Whether a line of the list says that somebody is there at this moment. */
export const isThere = ({ cameAt, leftAt }: Presence, at: Date): boolean =>
  cameAt <= at && (leftAt === null || leftAt > at);

const isCounted = (rules: ProcedureRules, { part, way }: Presence): boolean =>
  part !== "guest" && (rules.deputies || part !== "deputy") && (rules.remote || way !== "remote");

/** The attendance of a meeting now; the quorum is that of an item, if one is named, without those who are biased there. */
export const readAttendance = async (ctx: Context, meeting: Meeting, item?: ItemId): Promise<Attendance> => {
  const seats = await listSeats(ctx, dayOf(meeting.startsAt));
  const presences = await listPresences(ctx, meeting.id);
  const conflicts = await listConflicts(ctx, meeting.id);
  const rules = await rulesOfMeeting(ctx, meeting);
  const there = new Set(
    presences.filter((one) => isThere(one, ctx.now) && isCounted(rules, one)).map(({ seatId }) => seatId),
  );
  const biased = new Set(
    conflicts.filter(({ agendaItemId }) => agendaItemId === item).map(({ seatId }) => seatId),
  );
  const voters = seats.map(
    ({ id, sector, voting }): VotingSeat => ({
      id,
      sector,
      voting,
      present: there.has(id),
      biased: biased.has(id),
    }),
  );
  return { seats, presences, conflicts, rules, quorum: quorumOf(rules, voters) };
};

/** "Rosa Rathaus, seit 18.02 Uhr, aus der Ferne". */
export const lineOf = (ctx: Context, { name, cameAt, leftAt, part, way }: Presence): string => {
  const words = say(ctx);
  const base = leftAt
    ? words("leftAt", { name, time: time(ctx, leftAt) })
    : words("thereSince", { name, time: time(ctx, cameAt) });
  return [base, part === "deputy" && words("deputy"), way === "remote" && words("remote")]
    .filter(Boolean)
    .join(", ");
};

/** Who may be there for a seat by these rules. */
export const countedHolders = ({ deputies }: ProcedureRules, { holders }: SeatRow) =>
  holders.filter(({ part }) => deputies || part === "member");

/** What the rules say against deputies and against taking part from afar. */
export const limitsOf = (ctx: Context, { deputies, remote }: ProcedureRules): readonly string[] => [
  ...(deputies ? [] : [say(ctx)("onlyMembers")]),
  ...(remote ? [] : [say(ctx)("onlyRoom")]),
];
