import type { Context } from "#core/context.ts";
import { dayWithYear, isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { SeatRow } from "#modules/consortium/seats/queries.ts";
import { say } from "#modules/consortium/terms/messages.ts";
import {
  type FormProps,
  Heard,
  Holders,
  names,
  type Said,
  SectorWord,
  Term,
} from "#modules/consortium/terms/views.tsx";
import { holderPartName, holderParts, sectors } from "#modules/consortium/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { Pairs } from "#ui/facts.tsx";
import { DateField, NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";

type Base = { readonly ctx: Context };
const SeatTable = ({
  ctx,
  seats,
  past,
}: Base & { readonly seats: readonly SeatRow[]; readonly past?: boolean }) => {
  const words = say(ctx);
  return (
    <Table
      id={past ? "frueher-tabelle" : "sitze-tabelle"}
      caption={words(past ? "past" : "table")}
      rows={seats}
      columns={[
        { heading: words("seat"), cell: ({ id, title }) => <a href={paths.seat(id)}>{title}</a> },
        { heading: words("sector"), cell: ({ sector }) => <SectorWord ctx={ctx} sector={sector} /> },
        { heading: words("voting"), cell: ({ voting }) => words(voting ? "voting_yes" : "voting_no") },
        { heading: words("member"), cell: ({ holders }) => names(ctx, holders, "member") },
        { heading: words("deputy"), cell: ({ holders }) => names(ctx, holders, "deputy") },
        {
          heading: words("startsOn"),
          cell: ({ startsOn, endsOn }) =>
            endsOn ? words("until", { day: dayWithYear(ctx, endsOn) }) : dayWithYear(ctx, startsOn),
        },
      ]}
    />
  );
};

type ListProps = Base & Said & { readonly seats: readonly SeatRow[]; readonly others: readonly SeatRow[] };

/** All seats. */
export const ListView = ({ ctx, seats, others, notice }: ListProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Heard ctx={ctx} notice={notice} />
      <Actions>
        <ButtonLink href={paths.addSeat}>{words("add")}</ButtonLink>
        <a href={paths.offices}>{words("offices")}</a>
        <a href={paths.profile}>{words("profile")}</a>
      </Actions>
      {seats.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <SeatTable ctx={ctx} seats={seats} />
      )}
      {others.length > 0 && <SeatTable ctx={ctx} seats={others} past />}
    </Stack>
  );
};

type Choice = { readonly id: string; readonly name: string };

const choices = (list: readonly Choice[]) => list.map(({ id, name }) => ({ value: id, label: name }));

/** A new seat. */
export const NewView = ({
  ctx,
  formKey,
  form,
  refusal,
  organizations,
}: FormProps & { readonly organizations: readonly Choice[] }) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("add")} />
      <Heard ctx={ctx} refusal={refusal} />
      <Form
        ctx={ctx}
        action={paths.addSeat}
        formKey={formKey}
        form={form ?? filledWith({ voting: "yes", startsOn: isoDay(ctx.now) })}
        submit={words("add")}
        next={words("addNext")}
      >
        <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={200} />
        <Select
          name="organizationId"
          label={words("organization")}
          blank={words("organizationBlank")}
          options={choices(organizations)}
          optional
        />
        <RadioGroup
          name="sector"
          label={words("sector")}
          options={sectors.map((value) => ({ value, label: <SectorWord ctx={ctx} sector={value} /> }))}
        />
        <RadioGroup
          name="voting"
          label={words("voting")}
          hint={words("votingHint")}
          options={options(["yes", "no"] as const, (code) => words(`voting_${code}`))}
        />
        <NumberField name="position" label={words("position")} optional />
        <DateField name="startsOn" label={words("startsOn")} />
      </Form>
    </Stack>
  );
};

type SeatProps = FormProps & {
  readonly seat: SeatRow;
  readonly changing?: Filled | undefined;
  readonly ending?: Filled | undefined;
};

const Taking = ({ ctx, formKey, seat, form }: SeatProps) => {
  const words = say(ctx);
  return (
    <Section id="uebernehmen" heading={words("addHolder")}>
      <Form
        ctx={ctx}
        id="h"
        action={paths.holders(seat.id)}
        formKey={`${formKey}-h`}
        form={form ?? filledWith({ part: "member", startsOn: isoDay(ctx.now) })}
        submit={words("addHolder")}
        next={words("addHolderNext")}
      >
        <TextField name="name" label={words("holderName")} maximum={200} />
        <TextField name="email" type="email" label={words("email")} hint={words("emailHint")} optional />
        <RadioGroup
          name="part"
          label={words("part")}
          options={options(holderParts, (code) => holderPartName(ctx, code))}
          row
        />
        <DateField name="startsOn" label={words("startsOn")} />
        <Checkbox name="public" label={words("public")} />
      </Form>
    </Section>
  );
};

const Rest = ({ ctx, formKey, seat, changing, ending }: SeatProps) => {
  const words = say(ctx);
  return (
    <>
      <Section id="aendern" heading={words("title")}>
        <Form
          ctx={ctx}
          id="c"
          action={paths.seat(seat.id)}
          formKey={`${formKey}-c`}
          form={changing ?? filledWith({ title: seat.title, position: seat.position })}
          submit={words("save")}
          quiet
        >
          <TextField name="title" label={words("title")} maximum={200} />
          <NumberField name="position" label={words("position")} optional />
        </Form>
      </Section>
      {seat.endsOn === null && (
        <Section id="ende" heading={words("endSeat")}>
          <Form
            ctx={ctx}
            id="e"
            action={paths.seatEnd(seat.id)}
            formKey={`${formKey}-e`}
            form={ending ?? filledWith({ endsOn: isoDay(ctx.now) })}
            submit={words("endSeat")}
            next={words("endSeatNext")}
            quiet
          >
            <DateField name="endsOn" label={words("endOn")} />
            <TextArea name="words" label={words("endWords")} rows={2} maximum={1_000} optional />
          </Form>
        </Section>
      )}
    </>
  );
};

/** One seat: who holds it and held it, its name, its end. */
export const SeatView = (props: SeatProps) => {
  const { ctx, seat, formKey, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title kind={words("seat")} heading={seat.title} />
      <Heard ctx={ctx} notice={notice} refusal={refusal} />
      <Pairs
        pairs={[
          [words("organization"), seat.organization],
          [words("sector"), <SectorWord ctx={ctx} sector={seat.sector} />],
          [words("voting"), words(seat.voting ? "voting_yes" : "voting_no")],
          [words("startsOn"), <Term ctx={ctx} from={seat.startsOn} to={seat.endsOn} />],
          [words("endWords"), seat.endWords],
        ]}
      />
      <Section id="inhaber" heading={words("holders")}>
        <Holders ctx={ctx} formKey={formKey} seat={seat} />
      </Section>
      {seat.endsOn === null && <Taking {...props} />}
      <Rest {...props} />
    </Stack>
  );
};
