import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { newCode, normalizeCode } from "#core/token.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { findByCode, findCode, listOwnToday } from "#modules/shifts/attendance/queries.ts";
import { changeSettings, planToWrite } from "#modules/shifts/commands.ts";
import { type CheckInRefusal, checkIn } from "#modules/shifts/marks/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { say } from "./messages.ts";
import { CheckInPage, PosterPage } from "./views.tsx";

const codeIn = (page: Page): string => normalizeCode(page.req.param("code") ?? "").slice(0, 40);

const show = async (page: Page, status: 200 | 409 = 200, refusal?: CheckInRefusal) => {
  const { ctx, formKey } = page.var;
  const code = codeIn(page);
  const plan = found(await findByCode(ctx, code));
  const rows = ctx.actor.kind === "person" ? await listOwnToday(ctx, plan.id, ctx.actor.id) : [];
  const notice = page.req.query("hinweis");
  return page.render(
    <CheckInPage ctx={ctx} formKey={formKey} code={code} plan={plan} rows={rows} {...{ notice, refusal }} />,
    { title: say(ctx)("heading"), hidden: true, status },
  );
};

const Own = z.object({
  anmeldung: z.string().refine((text): text is Id<"signup"> => isId<"signup">(text)),
});

const tick = async (page: Page) => {
  const { ctx } = page.var;
  signedIn(ctx.actor);
  const input = Own.safeParse(await sent(page));
  const code = codeIn(page);
  const { anmeldung } = found(input.success ? input.data : undefined);
  const outcome = await checkIn(ctx, code, anmeldung);
  if (!outcome.ok) return show(page, 409, outcome.because);
  return seeOther(page, paths.checkIn(code), "da");
};

/** `/da/:code`: where the code at the entrance leads. */
export const entrance = routes()
  .get("/:code", (page) => show(page))
  .post("/:code", tick);

const showPoster = async (page: Page) => {
  const { ctx, formKey, origin } = page.var;
  const plan = await planToWrite(ctx, idIn(page));
  const code = await findCode(ctx, plan.id);
  const notice = page.req.query("hinweis");
  return page.render(
    <PosterPage ctx={ctx} formKey={formKey} plan={plan} {...{ code, origin, notice }} />,
    planProps(ctx, plan, say(ctx)("poster")),
  );
};

const renew = async (page: Page) => {
  const { ctx } = page.var;
  const id = idIn<"opportunity">(page);
  await changeSettings(ctx, id, { checkInCode: newCode() });
  return seeOther(page, paths.onSitePart(id, "plakat"), "erneuert");
};

/** The sheet for the entrance. */
export const poster = routes().get("/:id/vor-ort/plakat", showPoster).post("/:id/vor-ort/code", renew);
