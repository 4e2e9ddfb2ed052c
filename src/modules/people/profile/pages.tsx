import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith, read, withError } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { changePerson, KeptPerson, keepPerson, OwnPerson } from "#modules/people/commands.ts";
import { paths } from "#modules/people/paths.ts";
import { may } from "#modules/people/policy.ts";
import { type Double, findPerson } from "#modules/people/queries.ts";
import type { Person } from "#modules/people/schema.ts";
import { officeCrumbs } from "#modules/people/views.tsx";
import { say } from "./messages.ts";
import { EditPersonView, MyDataView, NewPersonView } from "./views.tsx";

const reasons = (page: Page) => {
  const words = say(page.get("ctx"));
  return {
    emailForContact: words("emailForContact"),
    phoneForContact: words("phoneForContact"),
    streetForContact: words("streetForContact"),
  };
};

const filled = ({ guardianAgreedAt, ...person }: Person): Filled =>
  filledWith({
    ...Object.fromEntries(
      [
        "name",
        "email",
        "phone",
        "street",
        "postcode",
        "townName",
        "ageBand",
        "language",
        "contactBy",
        "reachable",
        "guardianName",
        "guardianContact",
        "note",
      ].map((name) => [name, person[name as keyof typeof person]]),
    ),
    guardianAgreed: guardianAgreedAt !== null,
  });

type New = { readonly form?: Filled; readonly doubles?: readonly Double[] };

const showNew = (page: Page, { form, doubles }: New = {}, status: 200 | 409 | 422 = 200) =>
  page.render(
    <NewPersonView ctx={page.get("ctx")} formKey={page.get("formKey")} form={form} doubles={doubles} />,
    {
      title: say(page.get("ctx"))("newTitle"),
      crumbs: officeCrumbs(page.get("ctx")),
      area: "office",
      status,
    },
  );

const showEdit = (page: Page, person: Person, form: Filled, status: 200 | 422 = 200) => {
  looked(page, person.id, "Kontaktdaten");
  return page.render(
    <EditPersonView
      ctx={page.get("ctx")}
      formKey={page.get("formKey")}
      person={person}
      form={form}
      saved={asked(page)["hinweis"] === "gespeichert"}
    />,
    { title: person.name, crumbs: officeCrumbs(page.get("ctx")), area: "office", status },
  );
};

/** `/buero/menschen/neu` and `/buero/menschen/:id/bearbeiten`. */
export const officePages = routes()
  .get("/neu", (page) => {
    allow(may.keep(page.get("ctx")));
    return showNew(page);
  })
  .post("/neu", async (page) => {
    const ctx = page.get("ctx");
    allow(may.keep(ctx));
    const body = await sent(page);
    const input = read(ctx, KeptPerson, body, reasons(page));
    if (!input.ok) return showNew(page, { form: input.form }, 422);
    const outcome = await keepPerson(ctx, input.value, { despiteDouble: body["despiteDouble"] === "on" });
    if (!outcome.ok) return showNew(page, { form: input.form, doubles: outcome.doubles }, 409);
    return seeOther(page, paths.file(outcome.value), "angelegt");
  })
  .get("/:id", async (page) => {
    const { id } = found(await findPerson(page.get("ctx"), idIn(page)));
    return page.redirect(paths.file(id), 303);
  })
  .get("/:id/bearbeiten", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, idIn(page)));
    allow(may.keep(ctx));
    return showEdit(page, person, filled(person));
  })
  .post("/:id/bearbeiten", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, idIn(page)));
    allow(may.keep(ctx));
    const input = read(ctx, KeptPerson, await sent(page), reasons(page));
    if (!input.ok) return showEdit(page, person, input.form, 422);
    const outcome = await changePerson(ctx, person.id, input.value);
    if (outcome.ok) return seeOther(page, paths.edit(person.id), "gespeichert");
    return showEdit(page, person, withError(input.form, "email", say(ctx)(outcome.because)), 422);
  });

const showOwn = (page: Page, person: Person, form: Filled, status: 200 | 422 = 200) => {
  const ctx = page.get("ctx");
  const saved = asked(page)["hinweis"] === "gespeichert";
  return page.render(
    <MyDataView ctx={ctx} formKey={page.get("formKey")} person={person} form={form} saved={saved} />,
    {
      title: say(ctx)("myData"),
      crumbs: [{ href: paths.mine, label: say(ctx)("mine") }],
      hidden: true,
      status,
    },
  );
};

/** `/mein/daten`: what is known about oneself. */
export const ownPages = routes()
  .get("/", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, signedIn(ctx.actor).id));
    return showOwn(page, person, filled(person));
  })
  .post("/", async (page) => {
    const ctx = page.get("ctx");
    const person = found(await findPerson(ctx, signedIn(ctx.actor).id));
    const input = read(ctx, OwnPerson, { ...(await sent(page)), email: person.email ?? "" }, reasons(page));
    if (!input.ok) return showOwn(page, person, input.form, 422);
    const outcome = await changePerson(ctx, person.id, input.value);
    if (outcome.ok) return seeOther(page, paths.myData, "gespeichert");
    return showOwn(page, person, withError(input.form, "email", say(ctx)(outcome.because)), 422);
  });
