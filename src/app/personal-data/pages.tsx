import { erasePerson, showPerson } from "#app/privacy.ts";
import { type PersonActor, signedIn } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { isoDay } from "#core/date.ts";
import { found } from "#core/errors.ts";
import { blank, type Filled, withError } from "#core/input.ts";
import { clearSession } from "#core/session-cookie.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { isDemoAccount } from "#modules/people/demo/vocabulary.ts";
import { paths } from "#modules/people/paths.ts";
import { findPerson, listHolders } from "#modules/people/queries.ts";
import { say } from "./messages.ts";
import { tellParts } from "./queries.ts";
import { EverythingView, GoneView, LeaveView } from "./views.tsx";

const crumbs = (ctx: Context) => [
  { href: paths.mine, label: say(ctx)("mine") },
  { href: paths.myData, label: say(ctx)("myData") },
];

const showEverything = async (page: Page) => {
  const ctx = page.get("ctx");
  const parts = await tellParts(ctx, signedIn(ctx.actor).id);
  return page.render(<EverythingView ctx={ctx} parts={parts} />, {
    title: say(ctx)("everything"),
    crumbs: crumbs(ctx),
    hidden: true,
  });
};

/** Why somebody cannot leave just now. */
const hindrance = async (ctx: Context, me: PersonActor): Promise<"demo" | "last" | undefined> => {
  const { email } = found(await findPerson(ctx, me.id));
  if (isDemoAccount(ctx.place, email)) return "demo";
  const administrators = await listHolders(ctx, "administrator");
  return administrators.length === 1 && administrators[0]?.id === me.id ? "last" : undefined;
};

const showGone = (page: Page) => {
  const ctx = page.get("ctx");
  return page.render(<GoneView ctx={ctx} />, { title: say(ctx)("gone"), hidden: true });
};

const showLeave = async (page: Page, form: Filled = blank, status: 200 | 409 | 422 = 200) => {
  const ctx = page.get("ctx");
  const why = await hindrance(ctx, signedIn(ctx.actor));
  return page.render(<LeaveView ctx={ctx} form={form} formKey={page.get("formKey")} hindrance={why} />, {
    title: say(ctx)("leave"),
    crumbs: crumbs(ctx),
    hidden: true,
    status,
  });
};

/** Below `/mein/daten`: taking everything along, and leaving. Only the roof knows all that is kept. */
export const personalData = routes()
  .get("/alles", showEverything)
  .get("/alles.json", async (page) => {
    const ctx = page.get("ctx");
    const told = await showPerson(ctx, signedIn(ctx.actor).id);
    page.header("content-disposition", `attachment; filename="meine-daten-${isoDay(ctx.now)}.json"`);
    return page.json(told);
  })
  .get("/abschied", (page) => {
    const gone = page.get("ctx").actor.kind === "visitor" && page.req.query("hinweis") === "geloescht";
    return gone ? showGone(page) : showLeave(page);
  })
  .post("/abschied", async (page) => {
    const ctx = page.get("ctx");
    const me = signedIn(ctx.actor);
    if (await hindrance(ctx, me)) return showLeave(page, blank, 409);
    const { sure } = await sent(page);
    if (sure !== "on") return showLeave(page, withError(blank, "sure", say(ctx)("confirm")), 422);
    await erasePerson(ctx, me.id);
    clearSession(page);
    return seeOther(page, paths.leave, "geloescht");
  });
