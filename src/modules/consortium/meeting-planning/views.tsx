import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { dayOf, timeOf } from "#core/local-time.ts";
import type { Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { DateField, NumberField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { reaches, reachName, rhythmName, rhythms } from "./vocabulary.ts";

type Props = { readonly ctx: Context; readonly formKey: string };

const Where = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="whereWords" label={words("whereWords")} maximum={300} optional />
      <TextField
        name="onlineWords"
        label={words("onlineWords")}
        hint={words("onlineHint")}
        maximum={500}
        optional
      />
    </>
  );
};

type FormProps = Props & { readonly form?: Filled | undefined };

const beginning = (ctx: Context): Filled =>
  filledWith({ title: say(ctx)("titleDefault"), start: "18:00", minutes: 120 });

const MeetingFields = ({ ctx }: Pick<Props, "ctx">) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={200} />
      <DateField name="day" label={words("day")} />
      <TimeField name="start" label={words("start")} />
      <NumberField name="minutes" label={words("minutes")} />
      <Where ctx={ctx} />
      <TextArea name="words" label={words("words")} rows={4} maximum={6_000} optional />
    </>
  );
};

/** A single meeting. */
export const NewView = ({ ctx, formKey, form }: FormProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("add")} />
      <Form
        ctx={ctx}
        action={paths.addMeeting}
        formKey={formKey}
        form={form ?? beginning(ctx)}
        submit={words("add")}
        next={words("addNext")}
      >
        <MeetingFields ctx={ctx} />
      </Form>
    </Stack>
  );
};

/** A series of meetings. */
export const SeriesView = ({ ctx, formKey, form }: FormProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("addSeries")} />
      <Form
        ctx={ctx}
        action={paths.series}
        formKey={formKey}
        form={form ?? beginning(ctx)}
        submit={words("addSeries")}
        next={words("seriesNext")}
      >
        <TextField name="title" label={words("title")} maximum={200} />
        <Select
          name="rhythm"
          label={words("rhythm")}
          options={options(rhythms, (code) => rhythmName(ctx, code))}
        />
        <DateField name="startsOn" label={words("first")} />
        <DateField name="endsOn" label={words("endsOn")} hint={words("endsHint")} optional />
        <TimeField name="start" label={words("start")} />
        <NumberField name="minutes" label={words("minutes")} />
        <Where ctx={ctx} />
      </Form>
    </Stack>
  );
};

type EditProps = FormProps & { readonly meeting: Meeting; readonly canceling?: Filled | undefined };

const valuesOf = (meeting: Meeting): Filled =>
  filledWith({
    ...meeting,
    day: dayOf(meeting.startsAt),
    start: timeOf(meeting.startsAt),
    minutes: (+meeting.endsAt - +meeting.startsAt) / 60_000,
    reach: "one",
  });

const Reach = ({ ctx, hint }: Pick<Props, "ctx"> & { readonly hint: string }) => (
  <RadioGroup
    name="reach"
    label={say(ctx)("reach")}
    hint={hint}
    value="one"
    options={options(reaches, (code) => reachName(ctx, code))}
  />
);

/** Time, place and words of a meeting; or it does not take place. */
export const EditView = ({ ctx, formKey, meeting, form, canceling }: EditProps) => {
  const words = say(ctx);
  const inSeries = meeting.seriesId !== null;
  return (
    <Stack wide>
      <Title kind={meeting.title} heading={words("edit")} />
      <Form
        ctx={ctx}
        action={paths.editMeeting(meeting.id)}
        formKey={formKey}
        form={form ?? valuesOf(meeting)}
        submit={words("save")}
        next={words("saveNext")}
      >
        <MeetingFields ctx={ctx} />
        {inSeries && <Reach ctx={ctx} hint={words("reachHint")} />}
      </Form>
      <Section id="absagen" heading={words("cancel")}>
        <Form
          ctx={ctx}
          id="a"
          action={paths.cancelMeeting(meeting.id)}
          formKey={`${formKey}-a`}
          form={canceling}
          submit={words("cancelNow")}
          quiet
        >
          <TextArea
            name="words"
            label={words("cancelWords")}
            hint={words("cancelHint")}
            rows={3}
            maximum={1_000}
          />
          {inSeries && <Reach ctx={ctx} hint={words("cancelReachHint")} />}
        </Form>
      </Section>
    </Stack>
  );
};
