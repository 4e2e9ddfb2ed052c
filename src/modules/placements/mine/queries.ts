import type { Context } from "#core/context.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt } from "#core/local-time.ts";
import type { CalendarEntry, MineEntry } from "#core/module.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { openFollowUps } from "#modules/placements/follow-ups/queries.ts";
import { paths } from "#modules/placements/paths.ts";
import { isRunning } from "#modules/placements/policy.ts";
import {
  listShared,
  type ReferralRow,
  referralsOf,
  type SharedRow,
} from "#modules/placements/referrals/queries.ts";
import { stepName, weekName } from "#modules/placements/vocabulary.ts";
import { say } from "./messages.ts";

/** What is open or running for the signed-in person, and for the organizations they speak for. */
export const concerning = async (ctx: Context) => {
  if (ctx.actor.kind !== "person") return { referrals: [], shared: [], followUps: [], speaks: false };
  const { id } = ctx.actor;
  const organizations = (await organizationsOf(ctx, id)).map((organization) => organization.id);
  return {
    referrals: (await referralsOf(ctx, id)).filter(({ personId }) => personId === id),
    shared: organizations.length > 0 ? await listShared(ctx, organizations) : [],
    followUps: await openFollowUps(ctx, id, organizations),
    speaks: organizations.length > 0,
  };
};

const ofReferral = (ctx: Context, referral: ReferralRow): MineEntry => ({
  title: referral.state === "proposed" ? say(ctx)("entryRelease", referral) : referral.title,
  text:
    referral.state === "proposed"
      ? say(ctx)("row", referral)
      : `${stepName(ctx, referral.state)} · ${referral.organization}`,
  href: paths.myReferral(referral.id),
  waiting: referral.state === "proposed",
  at: referral.stateSince,
});

const ofRequest = (ctx: Context, shared: SharedRow): MineEntry => ({
  title: say(ctx)("entryAnswer", { name: shared.name ?? say(ctx)("somebody") }),
  text: say(ctx)("rowTheirs", shared),
  href: paths.myReferral(shared.id),
  waiting: true,
  at: shared.stateSince,
});

/** The lines of "Mein Bereich": what waits for this person, and what runs. */
export const mineOf = async (ctx: Context): Promise<readonly MineEntry[]> => {
  const { referrals, shared, followUps } = await concerning(ctx);
  return [
    ...referrals.filter(({ state }) => isRunning(state)).map((referral) => ofReferral(ctx, referral)),
    ...shared.filter(({ state }) => state === "sent").map((request) => ofRequest(ctx, request)),
    ...followUps.map((row) => ({
      title: say(ctx)("entryFollowUp", row),
      text: say(ctx)("followUpAt", { organization: row.organization, week: weekName(ctx, row.week) }),
      href: paths.myFollowUp(row.id),
      waiting: true,
      at: instantAt(row.dueOn),
    })),
  ];
};

const whereOf = ({ street, postcode, townName }: ReferralRow): string =>
  [street, [postcode, townName].filter(Boolean).join(" ")].filter(Boolean).join(", ");

const dayIn = (
  ctx: Context,
  referral: ReferralRow,
  which: "trial" | "start",
  day: string,
  canceled: boolean,
): CalendarEntry => ({
  id: `${referral.id}-${which}`,
  revision: canceled ? 1 : 0,
  changedAt: referral.stateSince,
  title: say(ctx)(which === "trial" ? "calendarTrial" : "calendarStart", referral),
  text: ctx.place.officePhone
    ? say(ctx)("calendarText", { organization: referral.organization, phone: ctx.place.officePhone })
    : referral.organization,
  whereText: whereOf(referral),
  start: day,
  end: day,
  canceled,
});

// What is over before its day, or on it, does not take place; what ends later did.
const isOff = ({ state, stateSince }: ReferralRow, day: string): boolean =>
  !isRunning(state) && dayOf(stateSince) <= day;

const daysOf = (ctx: Context, referral: ReferralRow): readonly CalendarEntry[] => {
  const { trialOn, placedOn } = referral;
  // Whoever begins before the day to try it out needs no such day any more.
  const overtaken = trialOn !== null && placedOn !== null && placedOn <= trialOn;
  return [
    ...(trialOn ? [dayIn(ctx, referral, "trial", trialOn, overtaken || isOff(referral, trialOn))] : []),
    ...(placedOn ? [dayIn(ctx, referral, "start", placedOn, isOff(referral, placedOn))] : []),
  ];
};

/** The days to try it out and to begin, for a person's own calendar. */
export const calendarOf = async (ctx: Context, person: Id<"person">): Promise<readonly CalendarEntry[]> =>
  (await referralsOf(ctx, person)).flatMap((referral) => daysOf(ctx, referral));
