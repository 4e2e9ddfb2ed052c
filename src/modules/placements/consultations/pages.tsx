import type { Context } from "#core/context.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith, read, tick } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { partsIn } from "#methods/week-parts.ts";
import { recordAppointment } from "#modules/desk/appointments/commands.ts";
import { appointmentsOf } from "#modules/desk/appointments/queries.ts";
import { closeInquiry } from "#modules/desk/inquiries/commands.ts";
import { inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { parts } from "#modules/opportunities/vocabulary.ts";
import { saveWishes, WishesInput } from "#modules/opportunities/wishes/commands.ts";
import { wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { giveConsent } from "#modules/people/consents/commands.ts";
import { hasConsent } from "#modules/people/consents/queries.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import { ConsultationInput, changeConsultation, holdConsultation } from "#modules/placements/commands.ts";
import { paths } from "#modules/placements/paths.ts";
import { may } from "#modules/placements/policy.ts";
import { findConsultation } from "#modules/placements/queries.ts";
import { say } from "./messages.ts";
import { ConsultationPage, ConsultationSheet } from "./views.tsx";

const Talk = ConsultationInput.extend({ einwilligung: tick, abschluss: tick });

const wishesForm = async (ctx: Context, person: Person) => {
  const wish = await wishesOf(ctx, person.id);
  const numbers = partsIn(wish?.times ?? 0);
  const times = parts.map((part, index) => [
    part,
    numbers.filter((number) => number % parts.length === index),
  ]);
  return { ...wish, postcode: wish?.postcode ?? person.postcode, ...Object.fromEntries(times) };
};

const openInquiry = async (ctx: Context, person: Person) =>
  (await inquiriesOf(ctx, person.id)).find(({ closedAt }) => closedAt === null);

const frame = (page: Page, person: Person, title: string) => ({
  title,
  area: "office" as const,
  hidden: true,
  crumbs: [
    { href: "/buero/menschen", label: say(page.get("ctx"))("people") },
    { href: paths.file(person.id), label: person.name },
  ],
});

const personIn = async (page: Page): Promise<Person> => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, idIn(page)));
  allow(may.consult(ctx));
  return person;
};

const showNew = async (page: Page, sentForm?: Filled) => {
  const ctx = page.get("ctx");
  const person = await personIn(page);
  looked(page, person.id, say(ctx)("purpose"));
  // The channel is preset; whatever was wished before need not be asked again.
  const form =
    sentForm ?? filledWith({ ...(await wishesForm(ctx, person)), channel: "counter", abschluss: true });
  const props = {
    ctx,
    formKey: page.get("formKey"),
    person,
    action: paths.newConsultation(person.id),
    askConsent: !(await hasConsent(ctx, person.id, "file")),
    inquiry: await openInquiry(ctx, person),
    form,
  };
  const status = sentForm ? (422 as const) : (200 as const);
  return page.render(<ConsultationPage {...props} />, {
    ...frame(page, person, say(ctx)("newHeading")),
    status,
  });
};

// Whoever talks to the person today has held today's appointment; nobody has to tick that as well.
const holdAppointment = async (ctx: Context, person: Person) => {
  const held = (await appointmentsOf(ctx, person.id)).find(
    ({ startsAt, bookedAt, canceledAt, heldAt, missedAt }) =>
      bookedAt && !canceledAt && !heldAt && !missedAt && dayOf(startsAt) === dayOf(ctx.now),
  );
  if (held) await recordAppointment(ctx, held.id, "held");
  return held?.id ?? null;
};

// One sheet, two matters: the talk of this day, and the wishes that outlast it.
const readForm = async (page: Page) => {
  const ctx = page.get("ctx");
  const body = await sent(page);
  const times = parts.flatMap((part) => [body[part] ?? []].flat());
  const talk = read(ctx, Talk, body);
  const wishes = read(ctx, WishesInput, { ...body, times });
  if (talk.ok && wishes.ok) return { ok: true, talk: talk.value, wishes: wishes.value } as const;
  const errors = { ...talk.form.errors, ...wishes.form.errors };
  return { ok: false, form: { values: talk.form.values, errors } } as const;
};

const save = async (page: Page) => {
  const ctx = page.get("ctx");
  const person = await personIn(page);
  const input = await readForm(page);
  if (!input.ok) return showNew(page, input.form);
  const { talk, wishes } = input;
  const inquiry = await openInquiry(ctx, person);
  const appointmentId = await holdAppointment(ctx, person);
  await holdConsultation(ctx, person.id, talk, { appointmentId, inquiryId: inquiry?.id ?? null });
  await saveWishes(ctx, person.id, wishes);
  if (talk.einwilligung) {
    await giveConsent(ctx, {
      personId: person.id,
      purpose: "file",
      how: talk.channel === "phone" ? "phone" : "counter",
    });
  }
  if (inquiry && talk.abschluss) await closeInquiry(ctx, inquiry.id, "consultation");
  return seeOther(page, paths.fileAt(person.id, "vorschlaege"), "gespraech");
};

const showOne = async (page: Page, sentForm?: Filled) => {
  const ctx = page.get("ctx");
  const person = await personIn(page);
  const id = idIn<"consultation">(page, "consultation");
  const consultation = found(await findConsultation(ctx, person.id, id));
  looked(page, person.id, say(ctx)("purpose"));
  const form = sentForm ?? filledWith({ ...(await wishesForm(ctx, person)), ...consultation });
  const view = (
    <ConsultationPage
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      action={paths.consultation(person.id, id)}
      heldAt={consultation.heldAt}
      form={form}
    />
  );
  const status = sentForm ? (422 as const) : (200 as const);
  return page.render(view, { ...frame(page, person, say(ctx)("purpose")), status });
};

const change = async (page: Page) => {
  const ctx = page.get("ctx");
  const person = await personIn(page);
  const id = idIn<"consultation">(page, "consultation");
  const input = await readForm(page);
  if (!input.ok) return showOne(page, input.form);
  await changeConsultation(ctx, person.id, id, input.talk);
  await saveWishes(ctx, person.id, input.wishes);
  return seeOther(page, paths.fileAt(person.id, "gespraeche"), "gespraech");
};

const sheet = async (page: Page) => {
  const ctx = page.get("ctx");
  const person = await personIn(page);
  looked(page, person.id, say(ctx)("purposeSheet"));
  const view = (
    <ConsultationSheet
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      action={paths.newConsultation(person.id)}
      askConsent={!(await hasConsent(ctx, person.id, "file"))}
    />
  );
  return page.render(view, frame(page, person, say(ctx)("sheetHeading")));
};

/** Below `/buero/akten`: what was talked about, on the screen and on paper. */
export const pages = routes()
  .get("/:id/gespraech", (page) => showNew(page))
  .post("/:id/gespraech", save)
  .get("/:id/gespraech/:consultation", (page) => showOne(page))
  .post("/:id/gespraech/:consultation", change)
  .get("/:id/bogen", sheet);
