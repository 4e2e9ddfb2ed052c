import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listCooperations } from "#modules/network/cooperations/queries.ts";
import { say } from "#modules/network/group/messages.ts";
import { ListView, notices, type Said } from "#modules/network/group/views.tsx";
import {
  addGroup,
  addGroupMember,
  carryOut,
  changeGroup,
  endGroup,
  GroupInput,
  GroupMemberInput,
  leaveGroup,
} from "#modules/network/groups/commands.ts";
import { findGroup, type GroupRow, listGroupMembers, listGroups } from "#modules/network/groups/queries.ts";
import { say as common } from "#modules/network/messages.ts";
import { paths } from "#modules/network/paths.ts";
import { may } from "#modules/network/policy.ts";
import { organizationChoices } from "#modules/organizations/queries.ts";
import { NewView, OfficeView } from "./views.tsx";

const crumbs = (page: Page, deep = true) => {
  const { ctx } = page.var;
  const office = { href: paths.register, label: common(ctx)("office") };
  return deep ? [office, { href: paths.officeGroups, label: say(ctx)("heading") }] : [office];
};

const showNew = (page: Page, form?: Filled) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  return page.render(<NewView ctx={ctx} formKey={formKey} form={form} />, {
    title: say(ctx)("add"),
    area: "office",
    status: form ? 422 : 200,
    crumbs: crumbs(page),
  });
};

const establish = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const input = read(ctx, GroupInput, await sent(page));
  if (!input.ok) return showNew(page, input.form);
  const { id } = await addGroup(ctx, input.value);
  return seeOther(page, paths.officeGroup(id), "neu");
};

const groupIn = async (page: Page): Promise<GroupRow> => {
  allow(may.run(page.var.ctx));
  return found(await findGroup(page.var.ctx, idIn<"workingGroup">(page)));
};

type Problem = {
  readonly form?: Filled;
  readonly changing?: Filled;
  readonly refusal?: Said["refusal"];
};

const show = async (page: Page, group: GroupRow, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const members = await listGroupMembers(ctx, [group.id]);
  for (const personId of new Set(members.flatMap((member) => member.personId ?? [])))
    looked(page, personId, say(ctx)("looking"));
  return page.render(
    <OfficeView
      ctx={ctx}
      formKey={formKey}
      group={group}
      members={members}
      organizations={await organizationChoices(ctx)}
      cooperations={await listCooperations(ctx, { state: "confirmed" })}
      notice={notices.find((one) => one === page.req.query("hinweis"))}
      {...problem}
    />,
    {
      title: group.name,
      area: "office",
      status: problem.refusal ? 409 : problem.form || problem.changing ? 422 : 200,
      crumbs: crumbs(page),
    },
  );
};

const change = async (page: Page) => {
  const { ctx } = page.var;
  const group = await groupIn(page);
  const input = read(ctx, GroupInput, await sent(page));
  if (!input.ok) return show(page, group, { changing: input.form });
  await changeGroup(ctx, group.id, input.value);
  return seeOther(page, paths.officeGroup(group.id), "gespeichert");
};

const join = async (page: Page) => {
  const { ctx } = page.var;
  const group = await groupIn(page);
  const input = read(ctx, GroupMemberInput, await sent(page), { nobody: say(ctx)("nobody") });
  if (!input.ok) return show(page, group, { form: input.form });
  const outcome = await addGroupMember(ctx, group.id, input.value);
  if (!outcome.ok) return show(page, group, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.officeGroup(group.id), "dabei");
};

const leave = async (page: Page) => {
  const group = await groupIn(page);
  await leaveGroup(page.var.ctx, group.id, idIn<"workingGroupMember">(page, "member"));
  return seeOther(page, paths.officeGroup(group.id), "ausgetreten");
};

const bind = async (page: Page) => {
  const { ctx } = page.var;
  const group = await groupIn(page);
  const { cooperation } = await sent(page);
  if (typeof cooperation !== "string" || !isId<"cooperation">(cooperation))
    return show(page, group, { refusal: "noCooperation" });
  const outcome = await carryOut(ctx, group.id, cooperation);
  if (!outcome.ok) return show(page, group, { refusal: outcome.because });
  return seeOther(page, paths.officeGroup(group.id), "gespeichert");
};

const end = async (page: Page) => {
  const group = await groupIn(page);
  const outcome = await endGroup(page.var.ctx, group.id);
  if (!outcome.ok) return show(page, group, { refusal: outcome.because });
  return seeOther(page, paths.officeGroup(group.id), "beendet");
};

/** `/buero/netzwerk/gruppen`: working groups in the hand of the office. */
export const pages = routes()
  .get("/", async (page) => {
    const { ctx } = page.var;
    allow(may.run(ctx));
    const groups = await listGroups(ctx);
    const members = await listGroupMembers(
      ctx,
      groups.map(({ id }) => id),
    );
    return page.render(<ListView ctx={ctx} groups={groups} members={members} office />, {
      title: say(ctx)("heading"),
      area: "office",
      crumbs: crumbs(page, false),
    });
  })
  .get("/neu", (page) => showNew(page))
  .post("/neu", establish)
  .get("/:id", async (page) => show(page, await groupIn(page)))
  .post("/:id", change)
  .post("/:id/mitglieder", join)
  .post("/:id/mitglieder/:member/austritt", leave)
  .post("/:id/zusammenarbeit", bind)
  .post("/:id/ende", end);
