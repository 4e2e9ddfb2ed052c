import { signedIn } from "#core/actor.ts";
import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, read, withError } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/courses/paths.ts";
import { may } from "#modules/courses/policy.ts";
import { listHeld, listQualifications } from "#modules/courses/qualifications/queries.ts";
import { paths as people } from "#modules/people/paths.ts";
import { findPerson } from "#modules/people/queries.ts";
import { endHeld, HeldInput, type HoldRefusal, hold, markSeen } from "./commands.ts";
import { say } from "./messages.ts";
import { type HolderNotice, HolderView } from "./views.tsx";

const notices = { neu: "told", eingetragen: "noted", ende: "ended", gesehen: "seenNotice" } as const;

const heard = (page: Page): HolderNotice | undefined =>
  Object.entries(notices).find(([name]) => name === asked(page)["hinweis"])?.[1];

type Told = { readonly form?: Filled; readonly notice?: HolderNotice };

const statusOf = ({ form, notice }: Told): 200 | 409 | 422 => (form ? 422 : notice ? 409 : 200);

const showMine = async (page: Page, told: Told = {}) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor);
  return page.render(
    <HolderView
      ctx={ctx}
      formKey={page.get("formKey")}
      person={me}
      held={await listHeld(ctx, me.id)}
      choices={await listQualifications(ctx)}
      form={told.form}
      notice={told.notice ?? heard(page)}
      office={false}
    />,
    {
      title: say(ctx)("heading"),
      crumbs: [{ href: people.mine, label: say(ctx)("mine") }],
      hidden: true,
      status: statusOf(told),
    },
  );
};

const showPerson = async (page: Page, id: Id<"person">, told: Told = {}) => {
  const ctx = page.get("ctx");
  const person = found(await findPerson(ctx, id));
  allow(may.keep(ctx));
  looked(page, id, "Qualifikationen");
  return page.render(
    <HolderView
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      held={await listHeld(ctx, id)}
      choices={await listQualifications(ctx)}
      form={told.form}
      notice={told.notice ?? heard(page)}
      office
    />,
    {
      title: say(ctx)("officeHeading"),
      crumbs: [{ href: people.file(id), label: person.name }],
      area: "office",
      hidden: true,
      status: statusOf(told),
    },
  );
};

type ErrorWords = "errorUnknown" | "errorStillValid" | "errorFuture" | "errorOrder";

const errors: Readonly<Record<HoldRefusal, readonly ["qualification" | "since" | "until", ErrorWords]>> = {
  unknown: ["qualification", "errorUnknown"],
  stillValid: ["qualification", "errorStillValid"],
  future: ["since", "errorFuture"],
  order: ["until", "errorOrder"],
};

const tell = async (
  page: Page,
  person: Id<"person">,
  show: (told: Told) => Promise<Response>,
  path: string,
) => {
  const ctx = page.get("ctx");
  const input = read(ctx, HeldInput, await sent(page));
  if (!input.ok) return show({ form: input.form });
  const outcome = await hold(ctx, person, input.value);
  if (outcome.ok) return seeOther(page, path, path === paths.mine ? "neu" : "eingetragen");
  const [field, sentence] = errors[outcome.because];
  return show({ form: withError(input.form, field, say(ctx)(sentence)) });
};

/** `/mein/qualifikationen`: what one has oneself. */
export const minePages = routes()
  .get("/", (page) => showMine(page))
  .post("/", async (page) =>
    tell(page, signedIn(page.get("ctx").actor).id, async (told) => showMine(page, told), paths.mine),
  )
  .post("/:held/ende", async (page) => {
    signedIn(page.get("ctx").actor);
    await endHeld(page.get("ctx"), idIn(page, "held"));
    return seeOther(page, paths.mine, "ende");
  });

/** `/buero/menschen/:id/qualifikationen`: what the office knows of one person. */
export const officePages = routes()
  .get("/:id/qualifikationen", (page) => showPerson(page, idIn(page)))
  .post("/:id/qualifikationen", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"person">(page);
    found(await findPerson(ctx, id));
    allow(may.keep(ctx));
    return tell(page, id, async (told) => showPerson(page, id, told), paths.person(id));
  })
  .post("/:id/qualifikationen/:held/gesehen", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"person">(page);
    found(await findPerson(ctx, id));
    const outcome = await markSeen(ctx, idIn(page, "held"));
    if (outcome.ok) return seeOther(page, paths.person(id), "gesehen");
    return showPerson(page, id, { notice: outcome.because === "ended" ? "errorEnded" : "errorExpired" });
  })
  .post("/:id/qualifikationen/:held/ende", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"person">(page);
    found(await findPerson(ctx, id));
    allow(may.keep(ctx));
    await endHeld(ctx, idIn(page, "held"));
    return seeOther(page, paths.person(id), "ende");
  });
