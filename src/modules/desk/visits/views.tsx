import type { Context } from "#core/context.ts";
import { dayAndTime } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import type { AppointmentRow, FreeSlot } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { appointmentName } from "#modules/desk/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { RadioGroup } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

export type VisitProps = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly token: string;
  readonly row: AppointmentRow;
  readonly slots: readonly FreeSlot[];
  readonly notice?: string | undefined;
  readonly form?: Filled | undefined;
  readonly refusal?: "taken" | "past" | "over" | undefined;
};

const notices = ["gebucht", "verlegt", "abgesagt"] as const;

const Move = ({ ctx, formKey, token, slots, form }: VisitProps) => {
  const words = say(ctx);
  if (slots.length === 0) return <p>{words("moveNone", { phone: ctx.place.officePhone })}</p>;
  return (
    <Form
      ctx={ctx}
      action={paths.ownPart(token, "verlegung")}
      formKey={`${formKey}v`}
      form={form}
      submit={words("moveSubmit")}
      next={words("moveNext")}
    >
      <RadioGroup
        name="termin"
        label={words("moveChoose")}
        options={slots.map((slot) => ({
          value: slot.id,
          label: dayAndTime(ctx, slot.startsAt, slot.endsAt),
        }))}
      />
    </Form>
  );
};

const Change = (props: VisitProps) => {
  const { ctx, formKey, token } = props;
  const words = say(ctx);
  return (
    <>
      <Actions>
        <ButtonLink href={paths.ownCalendar(token)} kind="secondary">
          {words("calendar")}
        </ButtonLink>
      </Actions>
      <Section id="verlegen" heading={words("move")}>
        <Move {...props} />
      </Section>
      <Section id="absagen" heading={words("cancel")}>
        <Stack>
          <p>{words("cancelText")}</p>
          <ActionForm
            action={paths.ownPart(token, "absage")}
            formKey={`${formKey}a`}
            label={words("cancelSubmit")}
            kind="secondary"
          />
        </Stack>
      </Section>
    </>
  );
};

/** The guest's own page of an appointment: whoever holds the link may move or cancel it. */
export const VisitPage = (props: VisitProps) => {
  const { ctx, row, notice, refusal } = props;
  const words = say(ctx);
  const happened = notices.find((name) => name === notice);
  const over = row.heldAt !== null || row.missedAt !== null || row.startsAt <= ctx.now;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={dayAndTime(ctx, row.startsAt, row.endsAt)} />
      {happened && (
        <Notice ctx={ctx} kind="success">
          {words(`notice_${happened}`)}
        </Notice>
      )}
      {refusal && (
        <Notice ctx={ctx} kind="warning">
          {words(`refused_${refusal}`)}
        </Notice>
      )}
      {row.canceledAt && (
        <>
          <p>{words("canceled")}</p>
          <Actions>
            <ButtonLink href={paths.ask}>{words("askAgain")}</ButtonLink>
          </Actions>
        </>
      )}
      {!row.canceledAt && over && <p>{words("over")}</p>}
      <Pairs
        pairs={[
          [words("when"), dayAndTime(ctx, row.startsAt, row.endsAt)],
          [words("how"), appointmentName(ctx, row.kind)],
          [words("where"), row.kind === "visit" && row.whereText],
          [words("adviser"), row.adviser],
          [words("phone"), ctx.place.officePhone],
        ]}
      />
      {!row.canceledAt && !over && <Change {...props} />}
    </Stack>
  );
};
