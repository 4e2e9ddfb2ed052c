import { system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, plusDays, weekdayOf } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import { closeTask } from "#modules/desk/commands.ts";
import { listOpen } from "#modules/opportunities/openings/queries.ts";
import { listPeople } from "#modules/people/queries.ts";
import { answerRequest } from "#modules/placements/answers/commands.ts";
import { arrangeTrial, endPlacement, place } from "#modules/placements/arrangements/commands.ts";
import { holdConsultation } from "#modules/placements/commands.ts";
import { answerFollowUp } from "#modules/placements/follow-ups/commands.ts";
import { followUpsOfReferral } from "#modules/placements/follow-ups/queries.ts";
import { propose } from "#modules/placements/referrals/commands.ts";
import { findReferral } from "#modules/placements/referrals/queries.ts";
import { giveRelease, withdrawRelease } from "#modules/placements/releases/commands.ts";
import { noteAskedByPhone } from "#modules/placements/requests/commands.ts";
import type { FollowUpAnswer, Reason } from "#modules/placements/vocabulary.ts";
import material from "./seed.json" with { type: "json" };

const day = 86_400_000;

// A generator of our own: the same town on every machine (mulberry32).
const dice = (start: number) => {
  let state = start;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

type Dice = ReturnType<typeof dice>;
const pick = <T>(roll: Dice, list: readonly T[]): T => found(list[Math.floor(roll() * list.length)]);

/** What happens at one moment; all of one opening hour are told together. */
export type Scene = { readonly at: Date; readonly work: (ctx: Context) => Promise<void> };

// The office is open on Tuesdays and Thursdays: that is when things are written down.
const opening = (at: Date): Date => {
  const when = dayOf(at);
  const wait = [1, 0, 1, 0, 4, 3, 2][weekdayOf(when)] ?? 0;
  return instantAt(plusDays(when, wait), "10:00");
};

const later = (at: Date, days: number): Date => opening(new Date(+at + days * day));

type Course = {
  readonly roll: Dice;
  readonly today: Date;
  readonly person: {
    readonly id: Id<"person">;
    readonly phone: string | null;
    readonly email: string | null;
  };
  readonly offers: readonly Id<"opportunity">[];
  readonly scenes: Scene[];
};

const released = ({ roll, person }: Pick<Course, "roll" | "person">) => {
  const note = pick(roll, material.notes);
  const reach = person.phone ? (["name", "phone"] as const) : (["name", "email"] as const);
  return { data: note ? [...reach, "note" as const] : reach, note };
};

const talk = (roll: Dice) => ({
  channel: pick(roll, ["counter", "counter", "phone", "home"] as const),
  minutes: 20 + 5 * Math.floor(roll() * 9),
  motives: pick(roll, material.motives),
  experience: pick(roll, material.experiences),
  situation: pick(roll, material.situations),
  agreed: pick(roll, material.agreed),
});

/** Proposes one of the offers, and asks; the first that has room is taken. */
const refer = async (
  ctx: Context,
  course: Pick<Course, "roll" | "person" | "offers">,
): Promise<Id<"referral"> | undefined> => {
  for (let tries = 0; tries < 4; tries += 1) {
    const proposal = { personId: course.person.id, opportunityId: pick(course.roll, course.offers) };
    const outcome = await propose(ctx, proposal);
    if (!outcome.ok) continue;
    const how = pick(course.roll, ["counter", "phone", "paper"] as const);
    await giveRelease(ctx, outcome.value, released(course), how);
    if (found(await findReferral(ctx, outcome.value)).state === "released")
      await noteAskedByPhone(ctx, outcome.value);
    return outcome.value;
  }
  return undefined;
};

const settled = async (ctx: Context, referral: Id<"referral">): Promise<void> =>
  closeTask(ctx, "proposal", referral, "besprochen");

const answersOf = (roll: Dice): { readonly answer: FollowUpAnswer; readonly words: string } => {
  const luck = roll();
  if (luck < 0.76) return { answer: "good", words: pick(roll, material.good) };
  if (luck < 0.85) return { answer: "unsure", words: pick(roll, material.unsure) };
  return luck < 0.89
    ? { answer: "not_good", words: pick(roll, material.notGood) }
    : { answer: "unreachable", words: "" };
};

const ask = async (
  ctx: Context,
  { roll }: Course,
  referral: Id<"referral">,
  week: number,
  both: boolean,
): Promise<void> => {
  for (const row of await followUpsOfReferral(ctx, referral)) {
    if (row.week !== week || (row.side === "organization" && !both)) continue;
    const given = answersOf(roll);
    await answerFollowUp(ctx, row.id, {
      ...given,
      channel: pick(roll, ["phone", "phone", "paper"] as const),
    });
    const talked = given.answer === "unsure" || given.answer === "not_good";
    if (talked) await closeTask(ctx, "follow_up", row.id, "besprochen");
  }
};

const endings: readonly Reason[] = ["finished", "finished", "no_time", "moved", "health", "not_fitting"];

/** From the placement on: the follow-ups that were due, and for some an end. */
const tellPlacement = (course: Course, at: Date, known: { id?: Id<"referral"> | undefined }): void => {
  const { roll, today, scenes } = course;
  const ends = roll() < 0.5 ? later(at, 100 + roll() * 400) : undefined;
  // Of what is over by now nobody asks the organization any more.
  const over = ends !== undefined && ends < today;
  for (const week of [2, 6, 12]) {
    const when = later(at, 7 * week);
    // The last days stay open: that is what the worklist lives on.
    if (+when > +today - 5 * day || (ends && when >= ends)) continue;
    scenes.push({
      at: when,
      work: async (ctx) => {
        if (known.id) await ask(ctx, course, known.id, week, !over);
      },
    });
  }
  if (!over) return;
  const grund = pick(roll, endings) as "finished";
  scenes.push({
    at: ends,
    work: async (ctx) => {
      if (!known.id) return;
      await endPlacement(ctx, known.id, { grund, worte: "", weg: "phone" });
      await settled(ctx, known.id);
    },
  });
};

/** What the organization said, and what came of it. */
const tellAnswer = (course: Course, at: Date, known: { id?: Id<"referral"> | undefined }): void => {
  const { roll, today, scenes } = course;
  const heard = later(at, 2 + roll() * 8);
  if (heard >= today) return;
  const luck = roll();
  const answer = luck < 0.8 ? ("accepted" as const) : ("declined" as const);
  const grund =
    answer === "declined" ? pick(roll, ["taken", "no_capacity", "not_fitting"] as const) : undefined;
  scenes.push({
    at: heard,
    work: async (ctx) => {
      if (!known.id) return;
      await answerRequest(
        ctx,
        known.id,
        { antwort: answer, grund, worte: "" },
        pick(roll, ["phone", "web", "web"] as const),
      );
      if (+heard < +today - 14 * day) await settled(ctx, known.id);
    },
  });
  if (answer === "declined") return;
  const begins = later(heard, 5 + roll() * 10);
  if (begins >= today) return;
  const tries = roll() < 0.4;
  const starts = tries ? later(begins, 7) : begins;
  if (tries)
    scenes.push({
      at: begins,
      work: async (ctx) => {
        if (known.id) await arrangeTrial(ctx, known.id, { tag: dayOf(begins), worte: "", weg: "phone" });
      },
    });
  if (starts >= today) return;
  const leaves = roll() < 0.1;
  scenes.push({
    at: starts,
    work: async (ctx) => {
      if (!known.id) return;
      const outcome = leaves
        ? await withdrawRelease(ctx, known.id, { reason: "changed_mind", how: "phone" })
        : await place(ctx, known.id, { tag: dayOf(starts), worte: "", weg: "phone" });
      if (!outcome.ok) await endPlacement(ctx, known.id, { grund: "organization", worte: "", weg: "phone" });
      await settled(ctx, known.id);
    },
  });
  if (!leaves) tellPlacement(course, starts, known);
};

/** One person's course, from the first talk on. */
const tellCourse = (course: Course, begin: Date): void => {
  const { roll, person, scenes, today } = course;
  const known: { id?: Id<"referral"> | undefined } = {};
  const refers = roll() < 0.82;
  const at = opening(begin);
  if (at >= today) return;
  scenes.push({
    at,
    work: async (ctx) => {
      await holdConsultation(ctx, person.id, talk(roll));
      if (refers) known.id = await refer(ctx, course);
    },
  });
  if (refers) tellAnswer(course, at, known);
};

const pagesOf = async (ctx: Context, pages: number) => {
  const all = [];
  for (let page = 1; page <= pages; page += 1) all.push(...(await listPeople(ctx, { page })).items);
  return all.filter(({ email }) => !email?.endsWith(`@${ctx.place.slug}.example`));
};

/** Everything that will have happened with the people of some pages, from their first talk on. */
export const scenesOf = async (story: Story, town: Place, pages: number): Promise<readonly Scene[]> => {
  const [people, offers] = await story.tell(town, story.today, system, async (ctx) => {
    const open = await listOpen(ctx);
    const lasting = open.filter(
      ({ rhythm, seats }) => rhythm !== "once" && rhythm !== "slots" && (seats === null || seats > 2),
    );
    return [await pagesOf(ctx, pages), lasting.map(({ id }) => id)] as const;
  });
  const scenes: Scene[] = [];
  if (offers.length === 0) return scenes;
  const roll = dice(2026);
  for (const person of people) {
    const begin = new Date(+person.createdAt + (1 + roll() * 20) * day);
    tellCourse({ roll, today: story.today, person, offers, scenes }, begin);
  }
  return scenes;
};
