import { changeSettings } from "#modules/shifts/commands.ts";
import { addRule } from "#modules/shifts/rules/commands.ts";
import { addWalkIn, assign, cancelSignup, signUp } from "#modules/shifts/signups/commands.ts";
import { moveUp } from "#modules/shifts/waiting/commands.ts";
import { tokenIn } from "./letters.ts";
import { type Makers, made } from "./made.ts";
import { type Festival, festivalOf, shiftOf } from "./shifts.ts";

const halfAnHour = 30 * 60_000;
const twoDays = 2 * 86_400_000;

/** A place that became free for somebody who waited, and the link in their mail. */
const freePlace = async ({ office, volunteer }: Makers, festival: Festival): Promise<string> => {
  const startsAt = new Date(+office.now + twoDays);
  const times = { startsAt, endsAt: new Date(+startsAt + halfAnHour) };
  const { needId } = await shiftOf(office, festival, times, 1);
  const guest = made(await addWalkIn(office, { needId, name: "Ein Gast" }));
  made(await signUp(volunteer, { needIds: [needId] }));
  made(await cancelSignup(office, guest));
  await moveUp(office, needId);
  return tokenIn(office, "waiting.offer", "/schicht/platz");
};

/** The plan of the club with one shift that begins soon, to which one person comes. */
export const shiftThings = async (makers: Makers) => {
  const { office, volunteer, club } = makers;
  const festival = await festivalOf(office, club);
  const startsAt = new Date(+office.now + halfAnHour);
  const times = { startsAt, endsAt: new Date(+startsAt + 4 * halfAnHour) };
  const { shiftId, needId } = await shiftOf(office, festival, times, 3);
  if (volunteer.actor.kind !== "person") throw new Error("somebody has to come");
  const personId = volunteer.actor.id;
  const { signupId } = made(await assign(office, { needId, personId, how: "office" }));
  const checkInCode = `EING-${office.place.slug.slice(0, 4).toUpperCase()}-CODE`;
  await changeSettings(office, festival.id, { checkInCode });
  const rule = { fact: "party", comparison: "at_least", value: 40, decision: "ask", words: "" } as const;
  return {
    planRule: made(await addRule(office, festival.id, { ...rule, everywhere: false })),
    freePlaceToken: await freePlace(makers, festival),
    plan: festival.id,
    planSlug: festival.slug,
    planRole: festival.roleId,
    planShift: shiftId,
    planNeed: needId,
    planSignup: signupId,
    checkInCode,
  };
};
