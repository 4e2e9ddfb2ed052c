import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, filledWith, line, many, paragraph, read, tick, whole, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listQualifications } from "#modules/courses/qualifications/queries.ts";
import { addRole, changeSettings } from "#modules/shifts/commands.ts";
import { paths } from "#modules/shifts/paths.ts";
import { may } from "#modules/shifts/policy.ts";
import { findPlan, listRoles, type Plan, type Role } from "#modules/shifts/queries.ts";
import { planProps } from "#modules/shifts/views.tsx";
import { changeRole, retireRole } from "./commands.ts";
import { say } from "./messages.ts";
import { RolePage, RolesPage, SettingsPage } from "./views.tsx";

/** The plan in the address, for somebody who may write it. */
const planIn = async (page: Page): Promise<Plan> => {
  const ctx = page.get("ctx");
  const plan = found(await findPlan(ctx, idIn(page)));
  allow(may.plan(ctx, plan));
  return plan;
};

const Settings = z.object({
  mode: z.enum(["open", "wishes", "closed"]),
  approval: z.enum(["automatic", "asked"]),
  groupWaiting: z.enum(["skip", "part"]),
  offerHours: whole(1, 168),
  cancelHours: whole(0, 336),
  restMinutes: whole(0, 1_440),
  selfCheckIn: tick,
});

const showSettings = (page: Page, plan: Plan, form: Filled = filledWith(plan), status: 200 | 422 = 200) => {
  const ctx = page.get("ctx");
  const notice = page.req.query("hinweis");
  return page.render(
    <SettingsPage ctx={ctx} formKey={page.get("formKey")} plan={plan} form={form} notice={notice} />,
    planProps(ctx, plan, say(ctx)("heading"), status),
  );
};

const RoleForm = z.object({
  name: line(120),
  description: paragraph(1_000).optional(),
  minimumAge: whole(6, 99).optional(),
  qualificationIds: many(z.string().refine((text): text is Id<"qualification"> => isId(text))),
});

type Problem = {
  readonly form?: Filled;
  readonly refusal?: string;
  readonly status?: 200 | 409 | 422;
};

const showRoles = async (page: Page, plan: Plan, { form, refusal, status }: Problem = {}) => {
  const ctx = page.get("ctx");
  return page.render(
    <RolesPage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      roles={await listRoles(ctx, plan.id)}
      qualifications={await listQualifications(ctx)}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    planProps(ctx, plan, say(ctx)("rolesHeading"), status),
  );
};

const roleIn = async (page: Page, plan: Plan): Promise<Role> => {
  const wanted = idIn<"shiftRole">(page, "role");
  return found((await listRoles(page.get("ctx"), plan.id)).find(({ id }) => id === wanted));
};

const formOf = ({ name, description, minimumAge, qualifications }: Role): Filled =>
  filledWith({ name, description, minimumAge, qualificationIds: qualifications.map(({ id }) => id) });

const showRole = async (page: Page, plan: Plan, role: Role, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const heading = say(ctx)("changeHeading", { name: role.name });
  return page.render(
    <RolePage
      ctx={ctx}
      formKey={page.get("formKey")}
      plan={plan}
      roles={[]}
      role={role}
      qualifications={await listQualifications(ctx)}
      form={problem.form ?? formOf(role)}
      refusal={problem.refusal}
    />,
    planProps(ctx, plan, heading, problem.status),
  );
};

const taken = (page: Page, form: Filled): Problem => ({
  form: withError(form, "name", say(page.get("ctx"))("refused_taken")),
  status: 409,
});

/** How people come to the shifts of an offer, and what there is to do. */
export const pages = routes()
  .get("/:id/einstellungen", async (page) => showSettings(page, await planIn(page)))
  .post("/:id/einstellungen", async (page) => {
    const plan = await planIn(page);
    const input = read(page.get("ctx"), Settings, await sent(page));
    if (!input.ok) return showSettings(page, plan, input.form, 422);
    await changeSettings(page.get("ctx"), plan.id, input.value);
    return seeOther(page, paths.settings(plan.id), "gespeichert");
  })
  .get("/:id/rollen", async (page) => showRoles(page, await planIn(page)))
  .post("/:id/rollen", async (page) => {
    const plan = await planIn(page);
    const input = read(page.get("ctx"), RoleForm, await sent(page));
    if (!input.ok) return showRoles(page, plan, { form: input.form, status: 422 });
    const outcome = await addRole(page.get("ctx"), plan.id, input.value);
    if (!outcome.ok) return showRoles(page, plan, taken(page, input.form));
    return seeOther(page, paths.roles(plan.id), "angelegt");
  })
  .get("/:id/rollen/:role", async (page) => {
    const plan = await planIn(page);
    return showRole(page, plan, await roleIn(page, plan));
  })
  .post("/:id/rollen/:role", async (page) => {
    const plan = await planIn(page);
    const role = await roleIn(page, plan);
    const input = read(page.get("ctx"), RoleForm, await sent(page));
    if (!input.ok) return showRole(page, plan, role, { form: input.form, status: 422 });
    const outcome = await changeRole(page.get("ctx"), role.id, input.value);
    if (!outcome.ok) return showRole(page, plan, role, taken(page, input.form));
    return seeOther(page, paths.roles(plan.id), "geaendert");
  })
  .post("/:id/rollen/:role/ende", async (page) => {
    const plan = await planIn(page);
    const role = await roleIn(page, plan);
    const outcome = await retireRole(page.get("ctx"), role.id);
    if (outcome.ok) return seeOther(page, paths.roles(plan.id), "entfernt");
    const refusal = say(page.get("ctx"))("refused_needed", { name: role.name });
    return showRole(page, plan, role, { refusal, status: 409 });
  });
