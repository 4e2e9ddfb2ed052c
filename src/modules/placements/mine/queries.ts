import type { Context } from "#core/context.ts";
import { instantAt } from "#core/local-time.ts";
import type { MineEntry } from "#core/module.ts";
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
