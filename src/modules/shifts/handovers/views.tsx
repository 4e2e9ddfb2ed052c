import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { paths } from "#modules/shifts/paths.ts";
import type { SignupRow } from "#modules/shifts/signups/queries.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import type { Fellow, findGiven, HandoverRow, Swap } from "./queries.ts";

type GiveProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly signup: SignupRow;
  readonly fellows: readonly Fellow[];
  readonly swaps: readonly Swap[];
  /** It is being given away already. */
  readonly isOpen: boolean;
  readonly form?: Filled | undefined;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const headOf = (ctx: Context, { organization, offer, role, startsAt, endsAt }: SignupRow) => ({
  kind: `${organization} · ${offer}`,
  when: `${dayAndTime(ctx, startsAt, endsAt)}, ${role}`,
});

const GiveForm = ({ ctx, formKey, signup, fellows, swaps, form }: GiveProps) => {
  const words = say(ctx);
  const ways = [
    { value: "anyone", label: words("who_anyone"), hint: words("who_anyone_hint") },
    ...(fellows.length > 0 ? [{ value: "one", label: words("who_one") }] : []),
    ...(swaps.length > 0 ? [{ value: "swap", label: words("who_swap"), hint: words("who_swap_hint") }] : []),
  ];
  return (
    <Form
      ctx={ctx}
      action={paths.handOver(signup.id)}
      formKey={formKey}
      form={form}
      submit={words("submit")}
      next={words("next")}
      cancel={{ href: paths.mine, label: words("back") }}
    >
      <RadioGroup name="who" label={words("who")} options={ways} value="anyone" />
      {fellows.length > 0 && (
        <Select
          name="person"
          label={words("person")}
          options={fellows.map(({ id, short }) => ({ value: id, label: short }))}
          optional
        />
      )}
      {swaps.length > 0 && (
        <Select
          name="swap"
          label={words("swap")}
          options={swaps.map(({ id, startsAt, endsAt, role, short }) => ({
            value: id,
            label: words("swapOption", { when: dayAndTime(ctx, startsAt, endsAt), role, name: short }),
          }))}
          optional
        />
      )}
      <TextArea
        name="words"
        label={words("words")}
        hint={words("wordsHint")}
        rows={2}
        maximum={300}
        optional
      />
    </Form>
  );
};

/** A helper who cannot come asks the others, or takes the question back. */
export const GivePage = (props: GiveProps) => {
  const { ctx, formKey, signup, isOpen, refusal, notice } = props;
  const words = say(ctx);
  const { kind, when } = headOf(ctx, signup);
  return (
    <Stack wide>
      <Title kind={kind} heading={words("heading")} lead={when} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {notice === "zurueck" && <Notice ctx={ctx} kind="success" heading={words("notice_zurueck")} />}
      {isOpen ? (
        <Section id="offen" heading={words("openHeading")} space="none">
          <p>{words("openText")}</p>
          <ActionForm
            action={paths.handOver(signup.id)}
            formKey={formKey}
            kind="primary"
            label={words("withdraw")}
            values={{ what: "withdraw" }}
          />
        </Section>
      ) : (
        <>
          <p>{words("lead")}</p>
          <GiveForm {...props} />
        </>
      )}
    </Stack>
  );
};

type AskedProps = { readonly ctx: Context; readonly signup: SignupRow; readonly link: string };

/** The question is out; the link may be passed on as well. It is shown this once. */
export const AskedPage = ({ ctx, signup, link }: AskedProps) => {
  const words = say(ctx);
  const { kind, when } = headOf(ctx, signup);
  return (
    <Stack wide>
      <Title kind={kind} heading={words("linkHeading")} lead={when} />
      <p>{words("next")}</p>
      <p>{words("linkText")}</p>
      <p>
        <code>{link}</code>
      </p>
      <a href={paths.mine}>{words("back")}</a>
    </Stack>
  );
};

type TakeProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly token: string;
  readonly handover: HandoverRow;
  readonly standing: "open" | "taken" | "withdrawn" | "over";
  readonly back?: Awaited<ReturnType<typeof findGiven>>;
  readonly refusal?: string | undefined;
  readonly notice?: string | undefined;
};

const TakeFacts = ({ ctx, handover, back }: TakeProps) => {
  const words = say(ctx);
  const { giverShort: giver, startsAt, endsAt, role, whereText, offer, organization, slug } = handover;
  const inReturn = back && {
    giver,
    role: back.role,
    when: dayAndTime(ctx, back.startsAt, back.endsAt),
  };
  return (
    <Pairs
      pairs={[
        [words("when"), dayAndTime(ctx, startsAt, endsAt)],
        [words("role"), role],
        [words("where"), whereText],
        [
          words("offer"),
          <>
            <a href={paths.offer(slug)}>{offer}</a>, {organization}
          </>,
        ],
        [words("said", { giver }), handover.words && `„${handover.words}“`],
        [words("inReturn"), inReturn && words("inReturnText", inReturn)],
      ]}
    />
  );
};

/** What the link leads to: the shift, and the one button that takes it. Looking changes nothing. */
export const TakePage = (props: TakeProps) => {
  const { ctx, formKey, token, handover, standing, refusal, notice } = props;
  const words = say(ctx);
  const { giverShort: giver, returnId } = handover;
  const isMine = notice === "uebernommen" && standing === "taken";
  const path = paths.handover(token);
  return (
    <Stack wide>
      <Title
        heading={words("takeHeading")}
        lead={standing === "open" ? words(returnId ? "swapLead" : "takeLead", { giver }) : undefined}
      />
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
      {isMine && <Notice ctx={ctx} kind="success" heading={words("notice_uebernommen")} />}
      {!isMine && !refusal && standing !== "open" && (
        <Notice ctx={ctx} heading={words(`state_${standing}`)} />
      )}
      {(standing === "open" || isMine) && <TakeFacts {...props} />}
      {standing === "open" && ctx.actor.kind === "person" && (
        <>
          <ActionForm
            action={path}
            formKey={formKey}
            kind="primary"
            label={words(returnId ? "takeSwap" : "take")}
          />
          <p class="al-soft">
            {words("takeNext", { giver })} {words("no")}
          </p>
        </>
      )}
      {standing === "open" && ctx.actor.kind !== "person" && (
        <ButtonLink href={`/anmelden?weiter=${encodeURIComponent(path)}`}>{words("signIn")}</ButtonLink>
      )}
      {isMine && <a href={paths.mine}>{words("back")}</a>}
    </Stack>
  );
};
