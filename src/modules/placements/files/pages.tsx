import { allow, found } from "#core/errors.ts";
import { idIn, looked, type Page, routes } from "#core/web.ts";
import { appointmentsOf } from "#modules/desk/appointments/queries.ts";
import { inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { listDismissed, suggestFor } from "#modules/opportunities/suggestions/queries.ts";
import { profileOf, wishesOf } from "#modules/opportunities/wishes/queries.ts";
import { listConsents } from "#modules/people/consents/queries.ts";
import { findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import { followUpsOf } from "#modules/placements/follow-ups/queries.ts";
import { isRunning, may } from "#modules/placements/policy.ts";
import { deletionDay, lastContact, viewersOf } from "#modules/placements/profile/queries.ts";
import { Profile } from "#modules/placements/profile/views.tsx";
import { listConsultations, shortlistOf } from "#modules/placements/queries.ts";
import { listSteps, referralsOf } from "#modules/placements/referrals/queries.ts";
import { Shortlist, SuggestionList } from "#modules/placements/shortlist/views.tsx";
import { say } from "./messages.ts";
import { tasksOf } from "./queries.ts";
import { FilePage, fileMoments } from "./views.tsx";

const few = 4;
const more = 15;
const newest = 30;

/** Everything that happened with a person: what the page shows in its parts and again in one line. */
const courseOf = async (page: Page, person: Person) => {
  const ctx = page.get("ctx");
  const referrals = await referralsOf(ctx, person.id);
  return {
    ctx,
    formKey: page.get("formKey"),
    person,
    referrals,
    tasks: await tasksOf(ctx, person.id),
    consultations: await listConsultations(ctx, person.id),
    steps: await listSteps(
      ctx,
      referrals.map(({ id }) => id),
    ),
    followUps: await followUpsOf(ctx, person.id),
    inquiries: await inquiriesOf(ctx, person.id),
    appointments: await appointmentsOf(ctx, person.id),
  };
};

type Course = Awaited<ReturnType<typeof courseOf>>;

const fittingOf = async ({ ctx, formKey, person, referrals }: Course, all: boolean) => {
  const shortlist = await shortlistOf(ctx, person.id);
  const dismissed = await listDismissed(ctx, person.id);
  const declined = dismissed.map(({ id }) => id);
  const found = await suggestFor(ctx, await profileOf(ctx, person.id), all ? more : few, declined);
  const running = referrals.filter(({ state }) => isRunning(state)).map(({ opportunityId }) => opportunityId);
  return (
    <>
      <Shortlist ctx={ctx} formKey={formKey} person={person} rows={shortlist} />
      <SuggestionList
        ctx={ctx}
        formKey={formKey}
        person={person}
        found={found}
        dismissed={dismissed}
        wishesKnown={(await wishesOf(ctx, person.id)) !== undefined}
        all={all}
        running={new Set(running)}
        kept={new Set(shortlist.map(({ id }) => id))}
      />
    </>
  );
};

const show = async (page: Page) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, idIn(page)));
  allow(may.consult(ctx));
  looked(page, person.id, say(ctx)("purpose"));
  const course = await courseOf(page, person);
  const aside = (
    <Profile
      ctx={ctx}
      person={person}
      wish={await wishesOf(ctx, person.id)}
      consents={await listConsents(ctx, person.id)}
      viewers={await viewersOf(ctx, person.id)}
      deleteOn={deletionDay(await lastContact(ctx, person.id))}
      moments={fileMoments({ ...course, aside: undefined }).slice(0, newest)}
    />
  );
  const fitting = await fittingOf(course, page.req.query("vorschlaege") === "alle");
  const view = (
    <FilePage {...course} aside={aside} notice={page.req.query("hinweis")}>
      {fitting}
    </FilePage>
  );
  return page.render(view, {
    title: person.name,
    area: "office",
    hidden: true,
    crumbs: [{ href: "/buero/menschen", label: say(ctx)("people") }],
  });
};

/** `/buero/akten/:id`: the file of a person. */
export const pages = routes().get("/:id", show);
