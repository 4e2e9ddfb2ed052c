import { dayOf } from "#core/local-time.ts";
import { makeCall } from "#modules/shifts/calls/commands.ts";
import { commit } from "#modules/shifts/commitments/commands.ts";
import { offerHandover } from "#modules/shifts/handovers/commands.ts";
import { listShifts } from "#modules/shifts/queries.ts";
import { makeShifts } from "#modules/shifts/series/commands.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { signupsOf } from "#modules/shifts/signups/queries.ts";
import { tokenIn } from "./letters.ts";
import { type Makers, made } from "./made.ts";
import { weekly } from "./weekly.ts";

/** A series of the club since a hundred days, one who comes every second time, gives one away, and is called for help. */
export const seriesThings = async ({ office, earlier, volunteer, club }: Makers) => {
  if (volunteer.actor.kind !== "person") throw new Error("somebody has to come");
  const personId = volunteer.actor.id;
  const { offer, seriesId, role } = await weekly(earlier, club, {
    startsOn: dayOf(earlier.now),
    maximum: 1,
  });
  const [past] = await listShifts(earlier, offer, { limit: 1 });
  const [pastNeed] = past?.needs ?? [];
  if (!pastNeed) throw new Error("no shift was made");
  made(await assign(earlier, { needId: pastNeed.id, personId, how: "office" }));
  await makeShifts(office, seriesId);
  const input = { seriesId, roleId: role, startsOn: dayOf(office.now), every: 2 };
  const commitment = made(await commit(volunteer, input)).id;
  const search = { states: ["confirmed"], from: office.now, limit: 50 } as const;
  const own = (await signupsOf(volunteer, personId, search)).find((row) => row.commitmentId === commitment);
  if (!own) throw new Error("nobody was signed up");
  const { token: handoverToken } = made(await offerHandover(volunteer, own.id, {}));
  const thin = (await listShifts(office, offer, { from: office.now, limit: 9 })).find(
    ({ needs, startsAt }) => startsAt > office.now && needs.some(({ taken }) => taken === 0),
  );
  const [need] = thin?.needs ?? [];
  if (!thin || !need) throw new Error("every shift has its people");
  made(await makeCall(office, { needId: need.id, most: 1 }));
  return {
    seriesPlan: offer,
    series: seriesId,
    seriesShift: thin.id,
    commitment,
    givenSignup: own.id,
    handoverToken,
    callToken: await tokenIn(office, "shift.call", "/schicht/hilfe"),
  };
};
