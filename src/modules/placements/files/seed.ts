import { type PersonActor, system } from "#core/actor.ts";
import type { Context, Place } from "#core/context.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { dayOf } from "#core/local-time.ts";
import type { Story } from "#core/module.ts";
import { listOpen } from "#modules/opportunities/openings/queries.ts";
import { findOpportunity } from "#modules/opportunities/queries.ts";
import { contactsOf, organizationsOf } from "#modules/organizations/queries.ts";
import { KeptPerson, keepPerson } from "#modules/people/commands.ts";
import { giveConsent } from "#modules/people/consents/commands.ts";
import { findActorByEmail } from "#modules/people/queries.ts";
import { answerRequest } from "#modules/placements/answers/commands.ts";
import { place } from "#modules/placements/arrangements/commands.ts";
import { holdConsultation } from "#modules/placements/commands.ts";
import { answerFollowUp, askDueFollowUps } from "#modules/placements/follow-ups/commands.ts";
import { followUpsOfReferral } from "#modules/placements/follow-ups/queries.ts";
import { propose } from "#modules/placements/referrals/commands.ts";
import { findReferral } from "#modules/placements/referrals/queries.ts";
import { askForRelease, giveRelease } from "#modules/placements/releases/commands.ts";
import { noteAskedByPhone, remindOrganizations } from "#modules/placements/requests/commands.ts";

const day = 86_400_000;

type Offer = Awaited<ReturnType<typeof listOpen>>[number];
type Tell = <T>(days: number, work: (ctx: Context) => Promise<T>) => Promise<T>;
type Known = {
  readonly name: string;
  readonly phone: string;
  readonly town: string;
  readonly motives: string;
};

const fresh = { name: ["name", "phone"] as const, note: "" };

/** Somebody comes to the counter: a file, a consent, a talk. */
const arrive = async (ctx: Context, known: Known): Promise<Id<"person">> => {
  const input = KeptPerson.parse({
    name: known.name,
    phone: known.phone,
    postcode: "02943",
    townName: known.town,
    ageBand: "adult",
    contactBy: "phone",
    reachable: "vormittags",
  });
  const kept = await keepPerson(ctx, input, { despiteDouble: true });
  if (!kept.ok) throw new Error(kept.because);
  await giveConsent(ctx, { personId: kept.value, purpose: "file", how: "counter" });
  await holdConsultation(ctx, kept.value, {
    channel: "counter",
    minutes: 35,
    motives: known.motives,
    experience: "",
    situation: "",
    agreed: "Wir fragen an und rufen zurück.",
  });
  return kept.value;
};

const referTo = async (ctx: Context, personId: Id<"person">, offer: Offer): Promise<Id<"referral">> => {
  const outcome = await propose(ctx, { personId, opportunityId: offer.id });
  if (!outcome.ok) throw new Error(`${offer.title}: ${outcome.because}`);
  return outcome.value;
};

const ask = async (ctx: Context, referral: Id<"referral">): Promise<void> => {
  const person = found(await findReferral(ctx, referral));
  const data = person.phone ? fresh.name : (["name", "email"] as const);
  await giveRelease(ctx, referral, { data, note: fresh.note }, "counter");
  if (found(await findReferral(ctx, referral)).state === "released") await noteAskedByPhone(ctx, referral);
};

const accept = (ctx: Context, referral: Id<"referral">, worte = "") =>
  answerRequest(ctx, referral, { antwort: "accepted", grund: undefined, worte }, "phone");

const settle = async (ctx: Context, referral: Id<"referral">): Promise<void> => {
  await accept(ctx, referral);
  await place(ctx, referral, { tag: dayOf(ctx.now), worte: "", weg: "phone" });
};

const answerWeek = async (ctx: Context, referral: Id<"referral">, week: number): Promise<void> => {
  for (const row of await followUpsOfReferral(ctx, referral)) {
    if (row.week === week)
      await answerFollowUp(ctx, row.id, { answer: "good", words: "Läuft gut.", channel: "phone" });
  }
};

/** Placed twelve weeks and two days ago, without e-mail: today somebody has to call. */
const tellOverdue = async (tell: Tell, offer: Offer): Promise<void> => {
  const known = {
    name: "Edeltraud Krautz",
    phone: "03576 200571",
    town: "Weißwasser-Süd",
    motives: "Kinder und Bücher, keine Gremien.",
  };
  const referral = await tell(95, async (ctx) => {
    const id = await referTo(ctx, await arrive(ctx, known), offer);
    await ask(ctx, id);
    return id;
  });
  await tell(86, (ctx) => settle(ctx, referral));
  await tell(72, (ctx) => answerWeek(ctx, referral, 2));
  await tell(44, (ctx) => answerWeek(ctx, referral, 6));
};

/** Asked eleven days ago and reminded twice. */
const tellSilent = async (tell: Tell, offer: Offer): Promise<void> => {
  const known = {
    name: "Jonas Pietsch",
    phone: "03576 200572",
    town: "Weißwasser",
    motives: "Draußen etwas tun, gern mit anderen.",
  };
  await tell(11, async (ctx) => ask(ctx, await referTo(ctx, await arrive(ctx, known), offer)));
  for (const days of [8, 4, 1]) await tell(days, (ctx) => remindOrganizations({ ...ctx, actor: system }));
};

const tellRecent = async (
  tell: Tell,
  offers: readonly Offer[],
  staffOffer: Offer | undefined,
): Promise<void> => {
  const olaf = {
    name: "Olaf Mattick",
    phone: "03576 200573",
    town: "Weißwasser",
    motives: "Möchte im Winter etwas Regelmäßiges.",
  };
  const ursula = {
    name: "Ursula Bartusch",
    phone: "03576 200574",
    town: "Schleife",
    motives: "Spricht Sorbisch und möchte es weitergeben.",
  };
  const milan = {
    name: "Milan Kowalick",
    phone: "03576 200575",
    town: "Bad Muskau",
    motives: "Sucht nach dem Umzug Anschluss.",
  };
  const serhij = {
    name: "Serhij Dubrau",
    phone: "03576 200576",
    town: "Weißwasser",
    motives: "Spricht Ukrainisch und Deutsch, kann gut erklären.",
  };
  const [first, second, third, fourth] = offers;
  await tell(0, async (ctx) => referTo(ctx, await arrive(ctx, olaf), found(first)));
  const yes = await tell(6, async (ctx) => {
    const id = await referTo(ctx, await arrive(ctx, ursula), found(second));
    await ask(ctx, id);
    return id;
  });
  await tell(1, (ctx) => accept(ctx, yes, "Gern, am besten gleich nächste Woche."));
  const no = await tell(8, async (ctx) => {
    const id = await referTo(ctx, await arrive(ctx, milan), found(third));
    await ask(ctx, id);
    return id;
  });
  await tell(1, (ctx) =>
    answerRequest(ctx, no, { antwort: "declined", grund: "no_capacity", worte: "" }, "phone"),
  );
  await tell(2, async (ctx) =>
    ask(ctx, await referTo(ctx, await arrive(ctx, serhij), staffOffer ?? found(fourth))),
  );
};

/** The volunteer of the demonstration: placed fifteen days ago, and one more proposal to decide. */
const tellVolunteer = async (tell: Tell, volunteer: PersonActor, offers: readonly Offer[]): Promise<void> => {
  const [first, second] = offers;
  const referral = await tell(25, async (ctx) => {
    await holdConsultation(ctx, volunteer.id, {
      channel: "counter",
      minutes: 40,
      motives: "Möchte Menschen kennenlernen und etwas Nützliches tun.",
      experience: "",
      situation: "",
      agreed: "Wir fragen an.",
    });
    const id = await referTo(ctx, volunteer.id, found(first));
    await ask(ctx, id);
    return id;
  });
  await tell(15, (ctx) => settle(ctx, referral));
  await tell(1, async (ctx) => askForRelease(ctx, await referTo(ctx, volunteer.id, found(second))));
};

type Cast = {
  readonly staff: PersonActor;
  readonly volunteer?: PersonActor | undefined;
  readonly ownOffer?: Offer | undefined;
};

/** An offer whose organization can be written to. */
const answering = (story: Story, town: Place, offers: readonly Offer[]): Promise<Offer> =>
  story.tell(town, story.today, system, async (ctx) => {
    for (const offer of offers) {
      const whole = await findOpportunity(ctx, offer.id);
      if (whole && (await contactsOf(ctx, whole.organizationId)).length > 0) return offer;
    }
    return found(offers[0]);
  });

/** What lies on the desk this morning, told into the last weeks. */
export const tellToday = async (
  story: Story,
  town: Place,
  { staff, volunteer, ownOffer }: Cast,
  whole: boolean,
): Promise<void> => {
  const tell: Tell = (days, work) =>
    story.tell(town, new Date(+story.today - days * day - 60_000), staff, work);
  const open = await story.tell(town, story.today, system, listOpen);
  const offers = open.filter(
    ({ rhythm, seats, seatsTaken }) => rhythm === "weekly" && (seats === null || seats - seatsTaken > 1),
  );
  if (offers.length < 9) return;
  if (volunteer) await tellVolunteer(tell, volunteer, offers.slice(0, 2));
  if (whole) {
    await tellOverdue(tell, found(offers[2]));
    await tellSilent(tell, await answering(story, town, offers.slice(8)));
    await tellRecent(tell, offers.slice(4, 8), ownOffer);
  }
  // This morning's jobs: who is due is asked, who has no e-mail is on the list.
  await story.tell(town, story.today, system, async (ctx) => {
    await askDueFollowUps(ctx);
    await remindOrganizations(ctx);
  });
};

/** The open offer of the club whose representative can be tried out. */
export const offerOfClub = (story: Story, town: Place, email: string): Promise<Offer | undefined> =>
  story.tell(town, story.today, system, async (ctx) => {
    const actor = await findActorByEmail(ctx, email);
    const own = actor ? (await organizationsOf(ctx, actor.id)).map(({ slug }) => slug) : [];
    return (await listOpen(ctx)).find(
      ({ organizationSlug, seats, seatsTaken }) =>
        own.includes(organizationSlug) && (seats === null || seats > seatsTaken),
    );
  });
