import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { blank, type Filled } from "#core/input.ts";
import { paths } from "#modules/organizations/paths.ts";
import { may } from "#modules/organizations/policy.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { ButtonLink } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { ClaimRow } from "./queries.ts";

type Ctx = { readonly ctx: Context };

type ClaimProps = Ctx & {
  readonly organization: Organization;
  readonly form: Filled;
  readonly formKey: string;
  readonly notice: "sent" | "already" | undefined;
};

/** "Das sind wir": who says so, and who they are. */
export const ClaimPage = ({ ctx, organization, form, formKey, notice }: ClaimProps) => {
  const words = say(ctx);
  const path = paths.claim(organization.slug);
  return (
    <>
      {notice && (
        <Notice ctx={ctx} kind={notice === "sent" ? "success" : "info"}>
          {words(notice)}
        </Notice>
      )}
      <Title
        heading={words("title")}
        kind={organization.name}
        lead={words("lead", { organization: organization.name })}
      />
      {ctx.actor.kind !== "person" && (
        <>
          <p>{words("signIn")}</p>
          <Actions>
            <ButtonLink href={`/anmelden?weiter=${encodeURIComponent(path)}`}>
              {words("signInLink")}
            </ButtonLink>
          </Actions>
        </>
      )}
      {may.claim(ctx, organization) && !notice && (
        <Form
          ctx={ctx}
          action={path}
          form={form}
          formKey={formKey}
          submit={words("submit")}
          next={words("next")}
        >
          <TextArea
            name="words"
            label={words("words", { organization: organization.name })}
            hint={words("wordsHint")}
            maximum={2000}
          />
        </Form>
      )}
    </>
  );
};

const notices = ["granted", "declined", "decided"] as const;
export const noticeOf = (hint: string | undefined) => notices.find((name) => name === hint);

type ClaimsProps = Ctx & {
  readonly claims: readonly ClaimRow[];
  readonly formKey: string;
  readonly notice: (typeof notices)[number] | undefined;
  /** The one whose decision was sent incompletely. */
  readonly wrong?: { readonly id: string; readonly form: Filled } | undefined;
};

const Decision = ({
  ctx,
  claim,
  formKey,
  form,
}: Ctx & { readonly claim: ClaimRow; readonly formKey: string; readonly form: Filled }) => {
  const words = say(ctx);
  return (
    <Section id={`anmeldung-${claim.id}`} heading={<a href={paths.show(claim.slug)}>{claim.organization}</a>}>
      <p class="al-soft">{words("from", { name: claim.person, date: dayWithYear(ctx, claim.madeAt) })}</p>
      <blockquote>
        <p>{claim.words}</p>
      </blockquote>
      <Form
        ctx={ctx}
        id={`f-${claim.id}`}
        action={paths.claimDecision(claim.id)}
        form={form}
        formKey={`${formKey}-${claim.id}`.slice(0, 64)}
        label={claim.organization}
        submit={words("grant")}
        secondary={[{ label: words("decline"), name: "decision", value: "declined" }]}
      >
        <TextField name="reason" label={words("reason")} hint={words("reasonHint")} optional maximum={500} />
      </Form>
    </Section>
  );
};

/** What waits for the office's decision. */
export const ClaimsPage = ({ ctx, claims, formKey, notice, wrong }: ClaimsProps) => (
  <>
    {notice && (
      <Notice ctx={ctx} kind={notice === "decided" ? "warning" : "success"}>
        {say(ctx)(notice)}
      </Notice>
    )}
    <Title heading={say(ctx)("heading")} />
    {claims.length === 0 && <Empty heading={say(ctx)("none")} />}
    {claims.map((claim) => (
      <Decision
        ctx={ctx}
        claim={claim}
        formKey={formKey}
        form={wrong?.id === claim.id ? wrong.form : blank}
      />
    ))}
  </>
);
