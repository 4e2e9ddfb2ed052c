import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { findPerson } from "#modules/people/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import {
  findPublicWorkshop,
  listPhases,
  listPublicWorkshops,
  listTables,
} from "#modules/workshops/queries.ts";
import {
  cancelRegistration,
  changeRegistration,
  RegistrationForm,
  register,
} from "#modules/workshops/registrations/commands.ts";
import { say as sayRegistration } from "#modules/workshops/registrations/messages.ts";
import { findByToken, findOwn, freeSeats } from "#modules/workshops/registrations/queries.ts";
import type { Refusal } from "#modules/workshops/registrations/views.tsx";
import type { Workshop } from "#modules/workshops/schema.ts";
import { say } from "./messages.ts";
import { ListPage, OwnPage, ShowPage } from "./views.tsx";

const tries = { tries: 60, minutes: 60 };

const list = async (page: Page) => {
  const { ctx } = page.var;
  return page.render(<ListPage ctx={ctx} workshops={await listPublicWorkshops(ctx)} />, {
    title: say(ctx)("heading"),
    description: say(ctx)("lead"),
  });
};

const workshopIn = async (page: Page): Promise<Workshop> =>
  found(await findPublicWorkshop(page.var.ctx, slugIn(page)));

type Problem = { readonly form?: Filled; readonly refusal?: Refusal };
const statusOf = ({ form, refusal }: Problem) => (refusal ? 409 : form ? 422 : 200);

const me = async (page: Page) => {
  const { ctx } = page.var;
  if (ctx.actor.kind !== "person") return undefined;
  const person = await findPerson(ctx, ctx.actor.id);
  return { name: ctx.actor.name, email: person?.email ?? "" };
};

const show = async (page: Page, workshop: Workshop, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  return page.render(
    <ShowPage
      ctx={ctx}
      formKey={formKey}
      workshop={workshop}
      phases={await listPhases(ctx, workshop.id)}
      tables={await listTables(ctx, workshop.id)}
      free={await freeSeats(ctx, workshop)}
      own={await findOwn(ctx, workshop.id)}
      person={await me(page)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    {
      title: workshop.title,
      description: workshop.question,
      status: statusOf(problem),
      crumbs: [{ href: paths.listing, label: say(ctx)("heading") }],
    },
  );
};

const reachable = (page: Page) => ({ reachable: sayRegistration(page.var.ctx)("reachable") });

const add = async (page: Page) => {
  const { ctx } = page.var;
  const workshop = await workshopIn(page);
  const input = read(ctx, RegistrationForm, await sent(page), reachable(page));
  if (!input.ok) return show(page, workshop, { form: input.form });
  await countTry(ctx, `werkstatt ${page.var.network}`, tries);
  const personId = ctx.actor.kind === "person" ? ctx.actor.id : null;
  const outcome = await register(ctx, workshop.id, input.value, personId);
  if (!outcome.ok) return show(page, workshop, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.registration(workshop.slug, outcome.value.token), "angemeldet");
};

const ownIn = async (page: Page) => {
  const workshop = await workshopIn(page);
  const token = page.req.param("token") ?? "";
  const row = found(await findByToken(page.var.ctx, workshop.id, token));
  return { workshop, token, row };
};

const showOwn = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const own = await ownIn(page);
  return page.render(
    <OwnPage
      ctx={ctx}
      formKey={formKey}
      {...own}
      tables={await listTables(ctx, own.workshop.id)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    { title: say(ctx)("own"), status: statusOf(problem), hidden: true },
  );
};

const changeOwn = async (page: Page) => {
  const { ctx } = page.var;
  const { workshop, token, row } = await ownIn(page);
  const fields = await sent(page);
  const back = paths.registration(workshop.slug, token);
  if (fields["was"] === "cancel") {
    const outcome = await cancelRegistration(ctx, row.id);
    return outcome.ok ? seeOther(page, back, "abgesagt") : showOwn(page, { refusal: outcome.because });
  }
  const input = read(ctx, RegistrationForm, fields, reachable(page));
  if (!input.ok) return showOwn(page, { form: input.form });
  const outcome = await changeRegistration(ctx, row.id, input.value);
  if (!outcome.ok) return showOwn(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, back, "gespeichert");
};

/** `/werkstaetten`: for everybody, with the way to a seat and back. */
export const pages = routes()
  .get("/", list)
  .get("/:slug", async (page) => show(page, await workshopIn(page)))
  .post("/:slug/anmeldung", add)
  .get("/:slug/anmeldung/:token", (page) => showOwn(page))
  .post("/:slug/anmeldung/:token", changeOwn);
