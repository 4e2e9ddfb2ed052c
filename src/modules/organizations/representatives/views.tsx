import { isStaff } from "#core/actor.ts";
import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { type Desk, edit, paths } from "#modules/organizations/paths.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { ActionForm, ActionLink, ButtonLink } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Invited, OpenInvitation, Speaker } from "./queries.ts";

type Ctx = { readonly ctx: Context };
type Props = Ctx & { readonly desk: Desk; readonly organization: Organization; readonly formKey: string };

const notices = ["invited", "withdrawn", "ended"] as const;
export type NoticeName = (typeof notices)[number];
export const noticeOf = (hint: string | undefined): NoticeName | undefined =>
  notices.find((name) => name === hint);

type PeopleProps = Props & {
  readonly speakers: readonly Speaker[];
  readonly invitations: readonly OpenInvitation[];
  readonly form: Filled;
  readonly notice: NoticeName | undefined;
};

const isMe = ({ actor }: Context, personId: string): boolean =>
  actor.kind === "person" && actor.id === personId;

const Warning = ({ ctx, organization, speakers }: PeopleProps) => {
  const words = say(ctx);
  const [only] = speakers;
  if (speakers.length > 1) return null;
  const sentence = !only
    ? words("nobody", { organization: organization.name })
    : isMe(ctx, only.personId)
      ? words("alone")
      : words("onlyOne", { organization: organization.name });
  return (
    <Notice ctx={ctx} kind="warning">
      {sentence}
    </Notice>
  );
};

const Speakers = ({ ctx, desk, organization, speakers }: PeopleProps) => {
  const words = say(ctx);
  return (
    <ItemList
      items={speakers.map(({ personId, name, since }) => {
        const me = isMe(ctx, personId);
        return {
          title: name,
          kind: [words("since", { date: dayWithYear(ctx, since) }), me && words("you")]
            .filter(Boolean)
            .join(" · "),
          end:
            me || isStaff(ctx.actor) ? (
              <ActionLink
                href={edit[desk].remove(organization.id, "menschen", personId)}
                label={words(me ? "end" : "endOther")}
                object={name}
              />
            ) : undefined,
        };
      })}
    />
  );
};

const Invitations = ({ ctx, desk, organization, invitations, formKey }: PeopleProps) => (
  <Section id="eingeladen" heading={say(ctx)("waiting")}>
    <ItemList
      items={invitations.map(({ id, email, expiresAt }) => ({
        title: email,
        kind: say(ctx)("waitingUntil", { date: dayWithYear(ctx, expiresAt) }),
        end: (
          <ActionForm
            action={`${edit[desk].part(organization.id, "menschen")}/einladungen/${id}`}
            label={say(ctx)("withdraw")}
            object={email}
            formKey={`${formKey}-${id}`.slice(0, 64)}
          />
        ),
      }))}
    />
  </Section>
);

/** Who speaks for an organization, and the way to let others in. */
export const PeoplePage = (props: PeopleProps) => {
  const { ctx, desk, organization, invitations, form, formKey, notice } = props;
  const words = say(ctx);
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind="success">
          {words(notice)}
        </Notice>
      )}
      <Title heading={words("people", { organization: organization.name })} lead={words("peopleLead")} />
      <Warning {...props} />
      <Speakers {...props} />
      {invitations.length > 0 && <Invitations {...props} />}
      <Section id="einladen" heading={words("invite")}>
        <Form
          ctx={ctx}
          action={edit[desk].part(organization.id, "menschen")}
          form={form}
          formKey={formKey}
          submit={words("inviteSubmit")}
          next={words("inviteText")}
        >
          <TextField name="email" type="email" label={words("inviteEmail")} maximum={254} />
        </Form>
      </Section>
    </>
  );
};

type EndProps = Props & { readonly speaker: Speaker; readonly last: boolean };

/** Are you sure? – with what it means. */
export const EndPage = ({ ctx, desk, organization, speaker, last, formKey }: EndProps) => {
  const words = say(ctx);
  const facts = { organization: organization.name, name: speaker.name };
  const me = isMe(ctx, speaker.personId);
  return (
    <>
      <Title heading={me ? words("endHeading") : words("endOtherHeading", facts)} kind={organization.name} />
      {last && (
        <Notice ctx={ctx} kind="warning">
          {words("endLast", facts)}
        </Notice>
      )}
      <p>{me ? words("endText", facts) : words("endOtherText", facts)}</p>
      <Actions>
        <ActionForm
          action={edit[desk].remove(organization.id, "menschen", speaker.personId)}
          label={words("endSubmit")}
          kind="primary"
          formKey={formKey}
        />
        <a href={edit[desk].part(organization.id, "menschen")}>{words("endCancel")}</a>
      </Actions>
    </>
  );
};

type InvitationProps = Ctx & {
  readonly token: string;
  readonly invitation: Invited | undefined;
  readonly refusal: "expired" | "used" | "gone" | undefined;
  readonly formKey: string;
};

/** The page behind the link of an invitation: what it is about, and one button. */
export const InvitationPage = ({ ctx, token, invitation, refusal, formKey }: InvitationProps) => {
  const words = say(ctx);
  if (!invitation || refusal) {
    return (
      <>
        <Title heading={words("invitationTitle")} />
        <Empty heading={words(refusal ?? "gone")}>
          <p>
            <a href={paths.ask}>{words("askUs")}</a>
          </p>
        </Empty>
      </>
    );
  }
  const { organization, inviter } = invitation;
  const facts = { organization, town: ctx.place.name };
  const path = paths.invitation(token);
  return (
    <>
      <Title
        heading={words("acceptHeading", { organization })}
        lead={inviter ? words("acceptText", { ...facts, name: inviter }) : words("acceptTextOffice", facts)}
      />
      {ctx.actor.kind === "person" ? (
        <Actions>
          <ActionForm action={path} label={words("accept")} kind="primary" formKey={formKey} />
        </Actions>
      ) : (
        <>
          <p>{words("acceptSignIn")}</p>
          <Actions>
            <ButtonLink href={`/anmelden?weiter=${encodeURIComponent(path)}`}>
              {words("acceptSignInLink")}
            </ButtonLink>
          </Actions>
        </>
      )}
    </>
  );
};
