import sharp from "sharp";
import { townVersion } from "#app/town-styles.ts";
import type { PersonActor } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { storePicture } from "#core/files.ts";
import { announceDate, DateForm } from "#modules/content/calendar/commands.ts";
import { NewsForm, writeNews } from "#modules/content/news/commands.ts";
import { NewPage, writePage } from "#modules/content/pages/commands.ts";
import { bookSlot } from "#modules/desk/appointments/commands.ts";
import { ask, Question } from "#modules/desk/questions/commands.ts";
import { offerSlots, Slots } from "#modules/desk/slots/commands.ts";
import { addOrganization } from "#modules/organizations/commands.ts";
import { addRepresentative } from "#modules/organizations/representatives/commands.ts";
import { askEmailChange } from "#modules/people/accounts/commands.ts";
import { linkToChoices } from "#modules/people/choices/commands.ts";
import { keepPerson, renewCalendarAddress } from "#modules/people/commands.ts";
import { askLink } from "#modules/people/sign-in/commands.ts";
import { askingThings } from "./asking-things.ts";
import { ballotThings } from "./ballot-things.ts";
import { opportunityThings, organizationThings } from "./club-things.ts";
import { consortiumThings } from "./consortium-things.ts";
import { courseThings, poolThings } from "./course-things.ts";
import { tokenIn } from "./letters.ts";
import { formOf, type Makers, made } from "./made.ts";
import { networkThings } from "./network-things.ts";
import { participationThings } from "./participation-things.ts";
import { proposalThings } from "./proposal-things.ts";
import { referralThings } from "./referrals.ts";
import { resultThings } from "./result-things.ts";
import { seriesThings } from "./series-things.ts";
import { shiftThings } from "./shift-things.ts";
import { strategyThings } from "./strategy-things.ts";
import { surveyThings } from "./survey-things.ts";
import { workshopThings } from "./workshop-things.ts";
import type { World } from "./world.ts";

const me = (ctx: Context): PersonActor => {
  if (ctx.actor.kind !== "person") throw new Error("somebody has to make it");
  return ctx.actor;
};

const contentThings = async ({ office, club }: Makers) => {
  const { name } = office.place;
  const text = (title: string) => ({ title: `${title} ${name}`, lead: "Kurz gesagt.", body: "Ein Absatz." });
  const news = made(await writeNews(office, formOf(office, NewsForm, text("Neues aus")), true));
  const newsDraft = made(await writeNews(office, formOf(office, NewsForm, text("Bald aus")), false));
  const page = (title: string, guide: boolean) =>
    formOf(office, NewPage, { ...text(title), language: "de", ...(guide ? { guide: "on" } : {}) });
  const about = made(await writePage(office, page("Wir in", false), true));
  const pageDraft = made(await writePage(office, page("Entwurf aus", false), false));
  const guide = made(await writePage(office, page("Versichert in", true), true));
  const date = (title: string, host: Record<string, string>) =>
    formOf(office, DateForm, {
      title: `${title} ${name}`,
      day: "2026-12-05",
      time: "15:00",
      whereText: "Markt",
      ...host,
    });
  const fest = made(await announceDate(office, date("Fest in", {}), true));
  const clubDate = made(await announceDate(office, date("Probe in", { organizationId: club }), false));
  const square = sharp({ create: { width: 8, height: 8, channels: 3, background: "#0a5c63" } });
  const picture = new File([new Uint8Array(await square.png().toBuffer())], "bild.png", {
    type: "image/png",
  });
  return {
    news: news.id,
    newsSlug: news.slug,
    newsDraftSlug: newsDraft.slug,
    page: about.id,
    pageSlug: about.slug,
    pageDraftSlug: pageDraft.slug,
    guideSlug: guide.slug.replace(/^wissen-/u, ""),
    date: fest.id,
    dateSlug: fest.slug,
    clubDate: clubDate.id,
    clubDateSlug: clubDate.slug,
    file: made(await storePicture(office, picture, "Ein Quadrat")),
  };
};

const deskThings = async ({ office, volunteer }: Makers) => {
  const adviser = me(office).id;
  const series = {
    wer: adviser,
    von: "2026-12-01",
    bis: "2026-12-01",
    tage: ["0", "1", "2", "3", "4", "5", "6"],
    ab: "09:00",
    ende: "12:00",
    minuten: "60",
  };
  made(await offerSlots(office, formOf(office, Slots, series)));
  const slots = await office.db.selectFrom("appointments").select("id").orderBy("startsAt").execute();
  const [slot, taken, mine] = slots.map(({ id }) => id);
  if (!slot || !taken || !mine) throw new Error("three times were to be offered");
  made(await bookSlot(office, taken, { name: "Gerda Gast", email: "gerda@gast.example" }));
  const appointmentToken = await tokenIn(office, "appointment.booked", "/termin");
  made(await bookSlot(volunteer, mine, { name: me(volunteer).name, personId: me(volunteer).id }));
  const question = { worte: "Wo kann ich helfen?", name: "Gerda Gast", email: "gerda@gast.example" };
  const asked = made(await ask(office, { ...formOf(office, Question, question), channel: "phone" }));
  const { id: task } = await office.db
    .selectFrom("tasks")
    .select("id")
    .where("subjectId", "=", asked.id)
    .executeTakeFirstOrThrow();
  const away = {
    absentId: adviser,
    substituteId: me(volunteer).id,
    fromDay: "2026-12-01",
    toDay: "2026-12-02",
  };
  const { id: substitution } = await office.db
    .insertInto("substitutions")
    .values(away)
    .returning("id")
    .executeTakeFirstOrThrow();
  return {
    slot,
    appointment: taken,
    ownAppointment: mine,
    appointmentToken,
    inquiry: asked.id,
    task,
    substitution,
  };
};

const peopleThings = async ({ office, volunteer, speaker }: Makers) => {
  const kept = await keepPerson(office, {
    name: "Kuno Kartei",
    contactBy: "phone",
    phone: "03576 4711",
    language: "de",
  });
  if (!kept.ok) throw new Error("Kuno is known already");
  await askLink(office, { email: "neu@gast.example", to: "/mein", network: "203.0.113.7" });
  const linkToken = await tokenIn(office, "account.secret", "/anmelden/link");
  await askEmailChange(volunteer, "anders@gast.example");
  const { id: mail } = await office.db.selectFrom("mails").select("id").limit(1).executeTakeFirstOrThrow();
  return {
    person: kept.value,
    speaker,
    linkToken,
    emailToken: await tokenIn(office, "account.secret", "/mein/daten/e-mail"),
    messagesToken: (await linkToChoices(office, me(volunteer).id)).slice("/nachrichten/".length),
    calendarFile: `${await renewCalendarAddress(volunteer)}.ics`,
    mail,
  };
};

const everything = async (makers: Makers) => {
  const organization = await organizationThings(makers);
  const opportunity = await opportunityThings(makers);
  const people = await peopleThings(makers);
  const shift = await shiftThings(makers);
  const workshop = await workshopThings(makers);
  const pool = await poolThings(makers, { plan: shift.plan, person: people.person });
  return {
    ...organization,
    ...opportunity,
    ...(await referralThings(makers, opportunity.offer)),
    ...(await contentThings(makers)),
    ...(await deskThings(makers)),
    ...people,
    ...(await courseThings(makers, people.person)),
    ...shift,
    ...(await seriesThings(makers)),
    ...pool,
    ...(await proposalThings(makers, { ...shift, ...pool })),
    ...workshop,
    ...(await resultThings(makers, workshop.workshop)),
    ...(await askingThings(makers)),
    ...(await surveyThings(makers)),
    ...(await participationThings(makers)),
    ...(await ballotThings(makers)),
    ...(await networkThings(makers)),
    ...(await consortiumThings(makers)),
    ...(await strategyThings(makers)),
    styles: `stadt-${townVersion(makers.office.place)}.css`,
    // These are the same in every town.
    book: "menschen",
    list: "organizations",
  };
};

export type Things = Readonly<Awaited<ReturnType<typeof everything>>>;
export type Thing = keyof Things;

const longAgo = 100 * 86_400_000;

/** One of everything that an address can name, in both towns, made through the house's own commands. */
export const makeThings = async (world: World): Promise<Readonly<Record<"first" | "second", Things>>> => {
  const now = new Date(+world.now - longAgo);
  const speaker = world.cast.representative.id;
  const first = await everything({
    office: world.as("coordinator"),
    earlier: world.as("coordinator", { now }),
    volunteer: world.as("volunteer"),
    club: world.club,
    other: world.youthCenter,
    speaker,
  });
  const office = world.as("foreignCoordinator");
  const club = (await addOrganization(office, { name: "Fährverein", sector: "civil" })).id;
  const other = (await addOrganization(office, { name: "Deichschützer", sector: "civil" })).id;
  const foreigner = world.cast.foreignVolunteer.id;
  await addRepresentative(office, club, foreigner);
  const earlier = world.as("foreignCoordinator", { now });
  const volunteer = world.as("foreignVolunteer");
  return { first, second: await everything({ office, earlier, volunteer, club, other, speaker: foreigner }) };
};
