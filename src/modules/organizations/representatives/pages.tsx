import { found } from "#core/errors.ts";
import { blank, type Filled, read, withError } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, edit } from "#modules/organizations/paths.ts";
import { openOrganization } from "#modules/organizations/queries.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import {
  acceptInvitation,
  endRepresentation,
  InvitationInput,
  inviteRepresentative,
  withdrawInvitation,
} from "./commands.ts";
import { say } from "./messages.ts";
import { findInvitation, listInvitations, listSpeakers } from "./queries.ts";
import { EndPage, InvitationPage, noticeOf, PeoplePage } from "./views.tsx";

const frame = (page: Page, desk: Desk, organization: Organization) => ({
  area: desk === "office" ? ("office" as const) : ("public" as const),
  hidden: true,
  title: say(page.get("ctx"))("people", { organization: organization.name }),
  crumbs: [
    { href: edit[desk].list, label: say(page.get("ctx"))(desk === "office" ? "office" : "yours") },
    { href: edit[desk].profile(organization.id), label: organization.name },
  ],
});

const opened = (page: Page) => openOrganization(page.get("ctx"), idIn<"organization">(page));

const showPeople = async (
  page: Page,
  desk: Desk,
  organization: Organization,
  form: Filled,
  status: 200 | 409 | 422 = 200,
) => {
  const ctx = page.get("ctx");
  const speakers = await listSpeakers(ctx, organization.id);
  const invitations = await listInvitations(ctx, organization.id);
  return page.render(
    <PeoplePage
      ctx={ctx}
      desk={desk}
      organization={organization}
      speakers={speakers}
      invitations={invitations}
      form={form}
      formKey={page.get("formKey")}
      notice={noticeOf(page.req.query("hinweis"))}
    />,
    { ...frame(page, desk, organization), status },
  );
};

/** …/:id/menschen, from the desk of the organization or of the office. */
export const pagesAt = (desk: Desk) =>
  routes()
    .get("/:id/menschen", async (page) => showPeople(page, desk, await opened(page), blank))
    .post("/:id/menschen", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const input = read(ctx, InvitationInput, await sent(page));
      if (!input.ok) return showPeople(page, desk, organization, input.form, 422);
      const outcome = await inviteRepresentative(ctx, organization.id, input.value.email);
      if (!outcome.ok) {
        const sentence = say(ctx)(outcome.because, { organization: organization.name });
        return showPeople(page, desk, organization, withError(input.form, "email", sentence), 409);
      }
      return seeOther(page, edit[desk].part(organization.id, "menschen"), "invited");
    })
    .post("/:id/menschen/einladungen/:invitation", async (page) => {
      const organization = await opened(page);
      await withdrawInvitation(page.get("ctx"), organization.id, idIn<"invitation">(page, "invitation"));
      return seeOther(page, edit[desk].part(organization.id, "menschen"), "withdrawn");
    })
    .get("/:id/menschen/:person/entfernen", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const speakers = await listSpeakers(ctx, organization.id);
      const speaker = found(speakers.find(({ personId }) => personId === idIn<"person">(page, "person")));
      return page.render(
        <EndPage
          ctx={ctx}
          desk={desk}
          organization={organization}
          speaker={speaker}
          last={speakers.length === 1}
          formKey={page.get("formKey")}
        />,
        frame(page, desk, organization),
      );
    })
    .post("/:id/menschen/:person/entfernen", async (page) => {
      const ctx = page.get("ctx");
      const organization = await opened(page);
      const personId = idIn<"person">(page, "person");
      await endRepresentation(ctx, organization.id, personId);
      // Whoever left may no longer see the desk.
      const gone = desk === "mine" && ctx.actor.kind === "person" && ctx.actor.id === personId;
      return seeOther(page, gone ? edit.mine.list : edit[desk].part(organization.id, "menschen"), "ended");
    });

const statusOf = { expired: 410, used: 410, gone: 404 } as const;

/** /einladung/:token */
export const invitationPages = routes()
  .get("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = page.req.param("token");
    const invitation = await findInvitation(ctx, token);
    const mine = ctx.actor.kind === "person" && invitation?.acceptedBy === ctx.actor.id;
    const over =
      invitation &&
      !mine &&
      (invitation.acceptedAt ? "used" : invitation.expiresAt <= ctx.now ? "expired" : undefined);
    const refusal = invitation ? over || undefined : "gone";
    return page.render(
      <InvitationPage
        ctx={ctx}
        token={token}
        invitation={invitation}
        refusal={refusal}
        formKey={page.get("formKey")}
      />,
      { title: say(ctx)("invitationTitle"), hidden: true, status: refusal ? statusOf[refusal] : 200 },
    );
  })
  .post("/:token", async (page) => {
    const ctx = page.get("ctx");
    const token = page.req.param("token");
    const outcome = await acceptInvitation(ctx, token);
    if (outcome.ok) return seeOther(page, edit.mine.profile(outcome.value), "accepted");
    return page.render(
      <InvitationPage
        ctx={ctx}
        token={token}
        invitation={undefined}
        refusal={outcome.because}
        formKey={page.get("formKey")}
      />,
      { title: say(ctx)("invitationTitle"), hidden: true, status: statusOf[outcome.because] },
    );
  });
