import type { Context } from "#core/context.ts";
import { dayAndTime, time } from "#core/date.ts";
import { OwnCode } from "#modules/shifts/check-in/views.tsx";
import { say } from "#modules/shifts/mine/messages.ts";
import { type Contact, whenOf } from "#modules/shifts/mine/queries.ts";
import { Happened } from "#modules/shifts/mine/views.tsx";
import { paths } from "#modules/shifts/paths.ts";
import { reasonOf, stateName } from "#modules/shifts/places/vocabulary.ts";
import type { SignupRow, StepRow } from "#modules/shifts/signups/queries.ts";
import { ActionForm } from "#ui/button.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { telephone } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { Timeline } from "#ui/timeline.tsx";

export type Refusal = "past" | "late" | "answered" | "expired";

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly origin: string;
  readonly row: SignupRow;
  readonly steps: readonly StepRow[];
  readonly position: number | undefined;
  readonly contact: Contact;
  readonly refusal: Refusal | undefined;
  readonly notice: string | undefined;
};

const Whom = ({ contact }: { readonly contact: NonNullable<Contact> }) => (
  <>
    {contact.name}
    {contact.phone && (
      <>
        {" "}
        · <a href={telephone(contact.phone)}>{contact.phone}</a>
      </>
    )}
    {contact.email && (
      <>
        {" "}
        · <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </>
    )}
  </>
);

const Facts = ({ ctx, row, contact }: Pick<Props, "ctx" | "row" | "contact">) => {
  const words = say(ctx);
  const where = [row.whereText, row.street, row.townName].filter(Boolean).join(", ");
  return (
    <Pairs
      pairs={[
        [
          words("state"),
          <State kind={row.state === "confirmed" ? "yes" : "wait"}>{stateName(ctx, row.state)}</State>,
        ],
        [words("when"), whenOf(ctx, row)],
        [words("where"), where],
        [words("role"), [row.role, row.title].filter(Boolean).join(", ")],
        [words("from"), <a href={paths.offer(row.slug)}>{`${row.offer}, ${row.organization}`}</a>],
        [
          words("people"),
          row.party > 1 && [words("group", { n: row.party }), row.partyNames].filter(Boolean).join(": "),
        ],
        [words("note"), row.shiftWords],
        [words("ask"), contact && <Whom contact={contact} />],
      ]}
    />
  );
};

const Answer = ({ ctx, formKey, row }: Pick<Props, "ctx" | "formKey" | "row">) => {
  const words = say(ctx);
  const button = { action: `${paths.mySignup(row.id)}/antwort`, object: row.role };
  return (
    <Section id="antwort" heading={words("offered")} space="none">
      <p>{words("until", { until: dayAndTime(ctx, row.offerExpiresAt ?? row.startsAt) })}</p>
      <Actions>
        <ActionForm
          {...button}
          formKey={`${formKey}y`}
          label={words("accept")}
          kind="primary"
          values={{ antwort: "accept" }}
        />
        <ActionForm
          {...button}
          formKey={`${formKey}n`}
          label={words("decline")}
          kind="secondary"
          values={{ antwort: "decline" }}
        />
      </Actions>
    </Section>
  );
};

const Cancel = ({ ctx, formKey, row }: Pick<Props, "ctx" | "formKey" | "row">) => {
  const words = say(ctx);
  const isWaiting = row.state === "waiting";
  return (
    <Section id="absage" heading={words(isWaiting ? "cancelWaiting" : "cancel")} space="none">
      <Form
        ctx={ctx}
        action={`${paths.mySignup(row.id)}/absage`}
        formKey={`${formKey}c`}
        submit={words(isWaiting ? "cancelSubmitWaiting" : "cancelSubmit")}
        next={isWaiting ? undefined : words("cancelNext")}
        quiet
      >
        <TextField
          name="warum"
          label={words("cancelQuestion")}
          hint={words("cancelHint")}
          optional
          maximum={300}
        />
      </Form>
    </Section>
  );
};

const History = ({ ctx, row, steps, position }: Props) => {
  const words = say(ctx);
  const line = row.state === "waiting" || steps.some(({ state }) => state === "waiting");
  return (
    <Section id="verlauf" heading={words(line ? "historyWaiting" : "history")} space="none">
      {row.state === "waiting" && <p>{words("lineText", { n: position ?? 1 })}</p>}
      <Timeline
        ctx={ctx}
        moments={steps.toReversed().map((step) => ({
          when: step.at,
          text: (
            <>
              <b>{stateName(ctx, step.state as SignupRow["state"])}</b>, {time(ctx, step.at)}
              <br />
              {[reasonOf(ctx, step), step.words].filter(Boolean).join(" ")}
            </>
          ),
        }))}
      />
    </Section>
  );
};

const Code = ({ ctx, origin, row }: Pick<Props, "ctx" | "origin" | "row">) => {
  const words = say(ctx);
  return (
    <Section id="code" heading={words("code")} space="none">
      <Stack>
        <p>{words("codeText")}</p>
        <OwnCode ctx={ctx} origin={origin} opportunityId={row.opportunityId} signupId={row.id} size={160} />
        <p>
          <a href={paths.myDate(row.id)}>{words("date")}</a>
        </p>
      </Stack>
    </Section>
  );
};

const GiveAway = ({ ctx, row }: Pick<Props, "ctx" | "row">) => {
  const words = say(ctx);
  return (
    <p>
      {words("giveAwayText")} <a href={paths.handOver(row.id)}>{words("giveAway")}</a>
    </p>
  );
};

const Refused = ({ ctx, refusal }: { readonly ctx: Context; readonly refusal: Refusal }) => {
  const words = say(ctx);
  const { officePhone } = ctx.place;
  return (
    <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)}>
      {officePhone && <a href={telephone(officePhone)}>{words("call", { phone: officePhone })}</a>}
    </Notice>
  );
};

/** One sign-up of the signed-in person: what, how it stands and why, and what can be done. */
export const MySignupPage = (props: Props) => {
  const { ctx, row, refusal, notice } = props;
  const words = say(ctx);
  const ahead = row.startsAt > ctx.now && row.canceledAt === null;
  const live = row.state === "confirmed" || row.state === "asked" || row.state === "waiting";
  return (
    <Stack wide>
      <Title kind={row.organization} heading={`${row.role}: ${row.offer}`} />
      <Happened ctx={ctx} notice={notice} />
      {refusal && <Refused ctx={ctx} refusal={refusal} />}
      {row.canceledAt && <Notice ctx={ctx} heading={words("called", { why: row.canceledWhy })} />}
      <Facts {...props} />
      {ahead && row.state === "offered" && <Answer {...props} />}
      {ahead && row.state === "confirmed" && row.party === 1 && <GiveAway {...props} />}
      {ahead && live && <Cancel {...props} />}
      {ahead && row.state === "confirmed" && <Code {...props} />}
      <History {...props} />
      <p>
        <a href={paths.choose(row.slug)}>{words("more")}</a>
      </p>
    </Stack>
  );
};
