import { changeSettings } from "#modules/shifts/commands.ts";
import { assign } from "#modules/shifts/signups/commands.ts";
import { type Makers, made } from "./made.ts";
import { festivalOf, shiftOf } from "./shifts.ts";

const halfAnHour = 30 * 60_000;

/** The plan of the club with one shift that begins soon, to which one person comes. */
export const shiftThings = async ({ office, volunteer, club }: Makers) => {
  const festival = await festivalOf(office, club);
  const startsAt = new Date(+office.now + halfAnHour);
  const times = { startsAt, endsAt: new Date(+startsAt + 4 * halfAnHour) };
  const { shiftId, needId } = await shiftOf(office, festival, times, 3);
  if (volunteer.actor.kind !== "person") throw new Error("somebody has to come");
  const personId = volunteer.actor.id;
  const { signupId } = made(await assign(office, { needId, personId, how: "office" }));
  const checkInCode = `EING-${office.place.slug.slice(0, 4).toUpperCase()}-CODE`;
  await changeSettings(office, festival.id, { checkInCode });
  return {
    plan: festival.id,
    planSlug: festival.slug,
    planRole: festival.roleId,
    planShift: shiftId,
    planNeed: needId,
    planSignup: signupId,
    checkInCode,
  };
};
