import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import { reasonSides } from "#modules/participation/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Columns, Section, Title } from "#ui/page.tsx";
import { longestReason, type ReasonRefusal } from "./commands.ts";
import { say } from "./messages.ts";
import type { ReasonRow } from "./queries.ts";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly slug: string;
  readonly proposal: { readonly number: number; readonly title: string };
  readonly reasons: readonly ReasonRow[];
  readonly open: boolean;
  readonly allowed: boolean;
  readonly form?: Filled | undefined;
};

type Side = ReasonRow["side"];

const Reason = ({ ctx, formKey, slug, proposal, reason }: Props & { readonly reason: ReasonRow }) => {
  const words = say(ctx);
  const from = [
    reason.authorWords || words("unnamed"),
    reason.how === "paper" && words("onPaper"),
    dayWithYear(ctx, reason.madeAt),
  ];
  return (
    <li id={`grund-${reason.id}`}>
      <div>
        <p class="al-lines">{reason.words}</p>
        <p class="al-soft al-small">{from.filter(Boolean).join(" · ")}</p>
        {reason.own && (
          <ActionForm
            action={paths.withdrawReason(slug, proposal.number, reason.id)}
            label={words("withdraw")}
            object={reason.words.slice(0, 60)}
            formKey={`${formKey}-${reason.id}`}
          />
        )}
      </div>
    </li>
  );
};

const List = (props: Props & { readonly side: Side }) => {
  const own = props.reasons.filter(({ side }) => side === props.side);
  if (own.length === 0)
    return props.side === "remark" ? null : (
      <p class="al-soft">{say(props.ctx)(props.side === "for" ? "none_for" : "none_against")}</p>
    );
  return (
    <ul class="al-items">
      {own.map((reason) => (
        <Reason {...props} reason={reason} />
      ))}
    </ul>
  );
};

const Write = ({ ctx, formKey, slug, proposal, allowed, form }: Props) => {
  const words = say(ctx);
  const address = paths.reasons(slug, proposal.number);
  if (ctx.actor.kind === "visitor")
    return (
      <p>
        <ButtonLink kind="secondary" href={`/anmelden?weiter=${encodeURIComponent(address)}`}>
          {words("signIn")}
        </ButtonLink>
      </p>
    );
  if (!allowed) return <p class="al-soft">{words("refused_notAllowed")}</p>;
  return (
    <Form
      ctx={ctx}
      id="grund"
      action={address}
      submit={words("send")}
      next={words("next")}
      formKey={`${formKey}-grund`}
      form={form}
      label={words("write")}
      quiet
    >
      <RadioGroup
        name="side"
        label={words("side")}
        options={options(reasonSides, (side) => words(`side_${side}`))}
      />
      <TextArea
        name="words"
        label={words("words")}
        hint={words("wordsHint")}
        rows={3}
        maximum={longestReason}
      />
      <Checkbox name="named" label={words("named")} />
    </Form>
  );
};

/** For and against side by side, one after another on a phone; then remarks, then the form. */
export const Reasons = (props: Props) => {
  const words = say(props.ctx);
  const remarks = props.reasons.some(({ side }) => side === "remark");
  const count = (side: Side) => props.reasons.filter((reason) => reason.side === side).length;
  return (
    <>
      <div class="al-section">
        <Columns>
          <Section id="dafuer" heading={words("for")} aside={String(count("for"))} space="none">
            <List {...props} side="for" />
          </Section>
          <Section id="dagegen" heading={words("against")} aside={String(count("against"))} space="none">
            <List {...props} side="against" />
          </Section>
        </Columns>
      </div>
      {remarks && (
        <Section id="anmerkungen" heading={words("remark")} aside={String(count("remark"))}>
          <List {...props} side="remark" />
        </Section>
      )}
      {props.open ? (
        <Section id="grund-nennen" heading={words("write")}>
          <Write {...props} />
        </Section>
      ) : (
        <p class="al-soft">{words("closed")}</p>
      )}
    </>
  );
};

type PageProps = Props & { readonly refusal?: ReasonRefusal | undefined };

/** The reasons on a page of their own: where one comes back to after signing in, or with a mistake in the form. */
export const ReasonsView = ({ refusal, ...props }: PageProps) => {
  const { ctx, slug, proposal } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading")} lead={words("lead", proposal)}>
        <p>
          <a href={paths.proposal(slug, proposal.number)}>{proposal.title}</a>
        </p>
      </Title>
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Reasons {...props} />
    </>
  );
};
