import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, mondayOf, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { listDay, listExpected } from "#modules/shifts/attendance/queries.ts";
import { addRole } from "#modules/shifts/commands.ts";
import { commit } from "#modules/shifts/commitments/commands.ts";
import { closeDay, takeMarks } from "#modules/shifts/marks/commands.ts";
import { addSeries, makeShifts } from "#modules/shifts/series/commands.ts";

const day = 86_400_000;
const weeks = 4;

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the series stopped: ${outcome.because}`);
  return outcome.value;
};

type Scene = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  readonly youth: PersonActor;
  /** The first Tuesday of the series. */
  readonly first: string;
};

const actorOf = (story: Story, place: Place, email: string): Promise<PersonActor | undefined> =>
  story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));

const input = (place: Place) =>
  OpportunityInput.parse({
    title: "Hausaufgaben und Vorlesen am Dienstag",
    summary: "Eine Stunde lesen, eine Stunde helfen: Kinder der zweiten bis vierten Klasse warten auf Sie.",
    description:
      "Jemand vom Jugendhaus ist immer dabei. Sie kommen jede Woche oder jede zweite, wie es passt.",
    fields: ["school", "youth"],
    rhythm: "weekly",
    times: ["4"],
    postcode: place.postcode,
    townName: place.name,
    offers: ["companion"],
  });

const begin = ({ story, place, office, youth, first }: Scene) =>
  story.tell(place, instantAt(plusDays(first, -7), "10:00"), office, async (ctx) => {
    const home = found((await organizationsOf(ctx, youth.id))[0]);
    const { id } = await addOpportunity(ctx, home.id, input(place));
    value(await publishOpportunity(ctx, id));
    const roleId = value(await addRole(ctx, id, { name: "Lesepatin oder Lesepate", minimumAge: 16 }));
    const seriesId = value(
      await addSeries(ctx, id, {
        title: "Lesestunde",
        rule: "FREQ=WEEKLY;BYDAY=TU",
        startsOn: first,
        startsTime: "15:00",
        minutes: 120,
        whereText: "Jugendhaus, Leseecke",
        skipsHolidays: true,
        needs: [{ roleId, minimum: 2, maximum: 4 }],
      }),
    );
    return { id, roleId, seriesId };
  });

type Plan = Awaited<ReturnType<typeof begin>>;

/** Adults with an account, by name: they come every week. */
const regulars = (ctx: Context): Promise<{ id: Id<"person"> }[]> =>
  ctx.db
    .selectFrom("people")
    .select("id")
    .where("ageBand", "=", "adult")
    .where("leftAt", "is", null)
    .where("email", "like", "%@post.example")
    .where("accountId", "is not", null)
    .orderBy("name")
    .orderBy("id")
    .limit(2)
    .execute();

const promise = async ({ story, place, office, first }: Scene, { seriesId, roleId }: Plan): Promise<void> => {
  const volunteer = await actorOf(story, place, `freiwillig@${place.slug}.example`);
  const before = instantAt(plusDays(first, -5), "11:00");
  await story.tell(place, before, office, async (ctx) => {
    for (const { id } of await regulars(ctx))
      value(await commit(ctx, { seriesId, roleId, personId: id, startsOn: first }));
  });
  if (volunteer)
    await story.tell(place, before, volunteer, async (ctx) =>
      value(
        await commit(ctx, {
          seriesId,
          roleId,
          every: 2,
          startsOn: first,
          words: "Jede zweite Woche passt mir gut.",
        }),
      ),
    );
};

/** What was ticked off on each Tuesday that is over: one did not come. */
const mark = ({ story, place, office }: Scene, { id }: Plan, tuesday: string, missing: boolean) =>
  story.tell(place, instantAt(tuesday, "17:20"), office, async (ctx) => {
    const shifts = await listDay(ctx, id, tuesday);
    const expected = await listExpected(
      ctx,
      shifts.map((shift) => shift.id),
    );
    const here = missing ? expected.slice(1) : expected;
    const marks = here.map(({ id: signupId }) => ({
      id: crypto.randomUUID() as Id<"attendanceMark">,
      mark: "arrived" as const,
      how: "list" as const,
      markedAt: instantAt(tuesday, "15:00"),
      signupId,
    }));
    if (marks.length > 0) await takeMarks(ctx, id, { marks, ahead: 0 });
    if (shifts.length > 0) value(await closeDay(ctx, id, { day: tuesday, rest: "missed" }));
  });

/** A reading hour every Tuesday: who promised to come, and who came. */
export const seed = async (story: Story): Promise<void> => {
  const place = story.places.first;
  const office = await actorOf(story, place, `koordination@${place.slug}.example`);
  const youth = await actorOf(story, place, `jugendhaus@${place.slug}.example`);
  if (!office || !youth) return;
  const first = plusDays(mondayOf(dayOf(story.today)), 1 - 7 * weeks);
  const scene = { story, place, office, youth, first };
  const plan = await begin(scene);
  await promise(scene, plan);
  for (let week = 0; week <= weeks; week += 1) {
    const tuesday = plusDays(first, 7 * week);
    if (instantAt(tuesday, "17:20") < story.today) await mark(scene, plan, tuesday, week === 2);
  }
  await story.tell(place, new Date(+story.today - day), office, (ctx) => makeShifts(ctx, plan.seriesId));
  story.report(`${place.name}: a series with ${weeks} weeks behind it`);
};
