import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { day, type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import {
  endOffice,
  holdOffice,
  OfficeInput,
  type OfficeRefusal,
} from "#modules/consortium/offices/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { keepProfile, ProfileInput } from "#modules/consortium/seats/commands.ts";
import { findConsortium, listAllOffices, listSeats } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/consortium/terms/messages.ts";
import { notices } from "#modules/consortium/terms/views.tsx";
import { OfficesView, ProfileView } from "./views.tsx";

type Problem = { readonly form?: Filled | undefined; readonly refusal?: OfficeRefusal | undefined };

const noticeOf = (page: Page) => notices.find((one) => one === page.req.query("hinweis"));

const frame = (page: Page, title: string, { form, refusal }: Problem) => {
  const status: 200 | 409 | 422 = refusal ? 409 : form ? 422 : 200;
  const label = common(page.var.ctx)("office");
  return { title, area: "office" as const, status, crumbs: [{ href: paths.register, label }] };
};

const showOffices = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <OfficesView
      ctx={ctx}
      formKey={formKey}
      offices={await listAllOffices(ctx)}
      seats={await listSeats(ctx)}
      notice={noticeOf(page)}
      {...problem}
    />,
    frame(page, say(ctx)("offices"), problem),
  );
};

/** `/buero/konsortium/aemter`. */
export const officePages = routes()
  .get("/", (page) => showOffices(page))
  .post("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, OfficeInput, await sent(page));
    if (!input.ok) return showOffices(page, { form: input.form });
    const outcome = await holdOffice(ctx, input.value);
    if (!outcome.ok) return showOffices(page, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.offices, "besetzt");
  })
  .post("/:id", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const id = idIn<"consortiumOffice">(page);
    found((await listAllOffices(ctx)).find((office) => office.id === id));
    const input = read(ctx, z.object({ endsOn: day }), await sent(page));
    if (!input.ok) return showOffices(page, { form: input.form });
    const outcome = await endOffice(ctx, id, input.value.endsOn);
    if (!outcome.ok) return showOffices(page, { refusal: outcome.because });
    return seeOther(page, paths.offices, "beendet");
  });

const showProfile = async (page: Page, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(
    <ProfileView
      ctx={ctx}
      formKey={formKey}
      consortium={await findConsortium(ctx)}
      notice={noticeOf(page)}
      form={problem.form}
    />,
    frame(page, say(ctx)("profile"), problem),
  );
};

/** `/buero/konsortium/profil`. */
export const profilePages = routes()
  .get("/", (page) => showProfile(page))
  .post("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const input = read(ctx, ProfileInput, await sent(page));
    if (!input.ok) return showProfile(page, { form: input.form });
    await keepProfile(ctx, input.value);
    return seeOther(page, paths.profile, "gespeichert");
  });
