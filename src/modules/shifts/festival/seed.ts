import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf, instantAt, mondayOf, plusDays } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import type { Outcome } from "#core/outcome.ts";
import { hold } from "#modules/courses/holders/commands.ts";
import { listQualifications } from "#modules/courses/qualifications/queries.ts";
import { addOpportunity, OpportunityInput } from "#modules/opportunities/commands.ts";
import { publishOpportunity } from "#modules/opportunities/publications/commands.ts";
import { organizationsOf } from "#modules/organizations/queries.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { addRole, addShift, changeSettings } from "#modules/shifts/commands.ts";
import { offerHandover } from "#modules/shifts/handovers/commands.ts";
import { takeShifts } from "#modules/shifts/imports/commands.ts";
import { takeHelpers } from "#modules/shifts/newcomers/commands.ts";
import { type Entry, enter, recount } from "#modules/shifts/places/commands.ts";
import { listMembers, listWishes } from "#modules/shifts/pool/queries.ts";
import { listShifts, type Need, type ShiftRow } from "#modules/shifts/queries.ts";
import { assign, signUp } from "#modules/shifts/signups/commands.ts";
import { crowd, helperTable, shiftTable } from "./vocabulary.ts";

const day = 86_400_000;
const back = (story: Story, days: number): Date => new Date(+story.today - days * day);

const value = <T>(outcome: Outcome<T, string>): T => {
  if (!outcome.ok) throw new Error(`the festival stopped: ${outcome.because}`);
  return outcome.value;
};

const actorOf = (story: Story, place: Place, email: string): Promise<PersonActor | undefined> =>
  story.tell(place, story.today, system, (ctx) => findActorByEmail(ctx, email));

const offerInput = (place: Place, title: string, summary: string) =>
  OpportunityInput.parse({
    title,
    summary,
    description:
      "Wir suchen viele Hände für kurze Schichten. Wer zum ersten Mal dabei ist, kommt zu jemandem, der es schon kennt. Essen und Getränke gibt es für alle.",
    fields: ["culture", "leisure"],
    rhythm: "flexible",
    postcode: place.postcode,
    townName: place.name,
    street: "Marktplatz",
    offers: ["companion", "insurance"],
    company: "team",
  });

type Scene = {
  readonly story: Story;
  readonly place: Place;
  readonly office: PersonActor;
  readonly club: PersonActor;
  readonly food: Id<"qualification">;
  readonly offer: Id<"opportunity">;
  readonly home: Id<"organization">;
};

const listAll = (ctx: Context, offer: Id<"opportunity">): Promise<ShiftRow[]> =>
  listShifts(ctx, offer, { limit: 100 });

/** Half of those who would like to pour have shown their paper already. */
const showPapers = ({ story, place, office, food, offer }: Scene) =>
  story.tell(place, back(story, 12), office, async (ctx) => {
    const members = await listMembers(ctx, offer);
    const since = dayOf(back(story, 300));
    const pourers = members.filter((_, index) => index % 5 === 0);
    for (const { personId } of pourers) value(await hold(ctx, personId, { qualification: food, since }));
    return new Set(pourers.map(({ personId }) => personId));
  });

type Wanted = { readonly need: Need; readonly shift: ShiftRow };

const overlaps = (one: ShiftRow, other: ShiftRow): boolean =>
  one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** The first half of the plan, by hand and in one go: whoever likes a place gets it; every fifth stays thin. */
const fillHalf = ({ story, place, club, offer, home }: Scene, papers: ReadonlySet<Id<"person">>) =>
  story.tell(place, back(story, 6), club, async (ctx) => {
    const wishes = await listWishes(ctx, offer);
    const most = new Map(
      (await listMembers(ctx, offer)).map(({ personId, mostShifts }) => [personId, mostShifts ?? 2]),
    );
    const glad = Map.groupBy(
      wishes.filter(({ preference }) => preference >= 2),
      ({ needId }) => needId,
    );
    const taken = new Map<Id<"person">, ShiftRow[]>();
    const all = (await listAll(ctx, offer)).flatMap((shift) =>
      shift.needs.map((need): Wanted => ({ shift, need })),
    );
    const entries = all.flatMap(({ shift, need }, index): Entry[] => {
      const wanted = index % 5 === 4 ? 0 : index % 5 === 3 ? 1 : need.minimum;
      const fitting = (glad.get(need.id) ?? []).filter(({ personId }) => {
        const own = taken.get(personId) ?? [];
        const qualified = need.role !== "Ausschank" || papers.has(personId);
        return (
          qualified && own.length < (most.get(personId) ?? 0) && !own.some((other) => overlaps(other, shift))
        );
      });
      return fitting.slice(0, wanted).map(({ personId }, number): Entry => {
        taken.set(personId, [...(taken.get(personId) ?? []), shift]);
        const { startsAt, endsAt } = shift;
        const at = {
          id: need.id,
          shiftId: shift.id,
          startsAt,
          endsAt,
          opportunityId: offer,
          organizationId: home,
        };
        const how = "office";
        return { place: at, personId, party: 1, state: "confirmed", how, number: number + 1, reason: how };
      });
    });
    await enter(ctx, entries);
    await recount(ctx, [offer]);
  });

const placeAt = (shifts: readonly ShiftRow[], role: string, index: number): Need =>
  found(shifts.flatMap(({ needs }) => needs).filter((need) => need.role === role)[index]);

const listBusy = async (
  ctx: Context,
  offer: Id<"opportunity">,
): Promise<ReadonlySet<Id<"person"> | null>> => {
  const rows = await ctx.db
    .selectFrom("signups")
    .innerJoin("shifts", "shifts.id", "signups.shiftId")
    .select("signups.personId")
    .where("shifts.opportunityId", "=", offer)
    .execute();
  return new Set(rows.map(({ personId }) => personId));
};

/** The volunteer of the demonstration comes to one shift and waits for another; a neighbor gives one away. */
const tellVolunteers = async ({ story, place, club, offer }: Scene): Promise<void> => {
  const volunteer = await actorOf(story, place, `freiwillig@${place.slug}.example`);
  const newcomer = await actorOf(story, place, `neu@${place.slug}.example`);
  if (!volunteer || !newcomer) return;
  const shifts = await story.tell(place, back(story, 4), club, (ctx) => listAll(ctx, offer));
  const build = placeAt(shifts, "Aufbau und Abbau", 0);
  const gate = placeAt(shifts, "Einlass", 4);
  await story.tell(place, back(story, 4), club, async (ctx) => {
    const busy = await listBusy(ctx, offer);
    const members = (await listMembers(ctx, offer)).filter(({ personId }) => !busy.has(personId));
    // The gate on Saturday afternoon is full, so that the next one waits.
    let missing = gate.maximum - gate.taken;
    for (const { personId } of members) {
      if (missing === 0) break;
      if ((await assign(ctx, { needId: gate.id, personId, how: "office" })).ok) missing -= 1;
    }
  });
  await story.tell(place, back(story, 3), volunteer, async (ctx) => {
    value(await signUp(ctx, { needIds: [build.id], words: "Ich bringe Handschuhe mit." }));
    value(await signUp(ctx, { needIds: [gate.id] }));
  });
  const given = await story.tell(place, back(story, 3), newcomer, async (ctx) =>
    value(await signUp(ctx, { needIds: [placeAt(shifts, "Aufbau und Abbau", 4).id] })),
  );
  await story.tell(place, back(story, 1), newcomer, async (ctx) => {
    value(
      await offerHandover(ctx, found(given[0]).signupId, {
        toId: volunteer.id,
        words: "Ich muss an dem Abend arbeiten.",
      }),
    );
  });
};

const tellFestival = async (story: Story, place: Place): Promise<void> => {
  const office = await actorOf(story, place, `koordination@${place.slug}.example`);
  const club = await actorOf(story, place, `verein@${place.slug}.example`);
  if (!office || !club) return;
  const food = await story.tell(place, back(story, 16), office, async (ctx) => {
    const known = await listQualifications(ctx);
    return found(known.find(({ name }) => name.startsWith("Belehrung"))).id;
  });
  const { offer, home } = await story.tell(place, back(story, 16), office, async (ctx) => {
    const { id: home } = found((await organizationsOf(ctx, club.id))[0]);
    const summary = "Drei Tage Musik, Licht und Kuchen: Wer schenkt aus, wer baut auf, wer steht am Einlass?";
    const { id } = await addOpportunity(
      ctx,
      home,
      offerInput(place, "Lichterfest auf dem Marktplatz", summary),
    );
    value(await publishOpportunity(ctx, id));
    return { offer: id, home };
  });
  const friday = plusDays(mondayOf(dayOf(story.today)), 25);
  await story.tell(place, back(story, 15), club, async (ctx) => {
    await changeSettings(ctx, offer, { offerHours: 24 });
    value(await addRole(ctx, offer, { name: "Ausschank", minimumAge: 18, qualificationIds: [food] }));
    value(await addRole(ctx, offer, { name: "Einlass", minimumAge: 16 }));
    value(await addRole(ctx, offer, { name: "Aufbau und Abbau", minimumAge: 16 }));
    value(await takeShifts(ctx, offer, shiftTable(friday)));
  });
  await story.tell(place, back(story, 13), club, async (ctx) =>
    value(await takeHelpers(ctx, offer, helperTable())),
  );
  const scene = { story, place, office, club, food, offer, home };
  await fillHalf(scene, await showPapers(scene));
  await tellVolunteers(scene);
  story.report(`${place.name}: a festival of 40 shifts and ${crowd} helpers`);
};

/** One morning on the dike: the smallest plan. */
const tellSmall = async (story: Story, place: Place): Promise<void> => {
  const office = await actorOf(story, place, `koordination@${place.slug}.example`);
  if (!office) return;
  await story.tell(place, back(story, 5), office, async (ctx) => {
    const { id: home } = await ctx.db
      .selectFrom("organizations")
      .select("id")
      .where("sector", "=", "civil")
      .orderBy("name")
      .executeTakeFirstOrThrow();
    const summary = "Wir sammeln ein, was das Hochwasser dagelassen hat. Handschuhe sind da.";
    const { id } = await addOpportunity(ctx, home, offerInput(place, "Frühjahrsputz am Deich", summary));
    value(await publishOpportunity(ctx, id));
    const roleId = value(await addRole(ctx, id, { name: "Sammeln" }));
    const saturday = plusDays(mondayOf(dayOf(story.today)), 19);
    for (const [from, to] of [
      ["09:00", "12:00"],
      ["13:00", "16:00"],
    ] as const)
      value(
        await addShift(ctx, id, {
          startsAt: instantAt(saturday, from),
          endsAt: instantAt(saturday, to),
          whereText: "Fähranleger",
          needs: [{ roleId, minimum: 4, maximum: 12 }],
        }),
      );
  });
};

/** A festival that is half planned, and a small plan in the second town. */
export const seed = async (story: Story): Promise<void> => {
  await tellFestival(story, story.places.first);
  await tellSmall(story, story.places.second);
};
