import { isoDay } from "#core/date.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { timeOf } from "#core/local-time.ts";
import { paths } from "#modules/workshops/paths.ts";
import { say } from "#modules/workshops/planning/messages.ts";
import { type Shown, Told } from "#modules/workshops/planning/views.tsx";
import type { Workshop } from "#modules/workshops/schema.ts";
import { DateField, NumberField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Stack, Title } from "#ui/page.tsx";

/** A workshop as its form knows it. */
const formOfWorkshop = (workshop: Workshop): Filled =>
  filledWith({
    ...workshop,
    tag: isoDay(workshop.startsAt),
    ab: timeOf(workshop.startsAt),
    bis: timeOf(workshop.endsAt),
  });

type SettingsProps = Shown & { readonly workshop?: Workshop | undefined };

/** What, when and where; the same form for a new workshop. */
export const SettingsPage = ({ ctx, formKey, form, refusal, notice, workshop }: SettingsProps) => {
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words(workshop ? "settings" : "new")} kind={workshop?.title} />
      <Told ctx={ctx} refusal={refusal} notice={notice} />
      <Form
        ctx={ctx}
        action={workshop ? paths.settings(workshop.id) : paths.add}
        formKey={formKey}
        form={form ?? (workshop && formOfWorkshop(workshop))}
        submit={words(workshop ? "save" : "newSubmit")}
      >
        <TextField name="title" label={words("workshopTitle")} maximum={300} />
        <TextField
          name="question"
          label={words("workshopQuestion")}
          hint={words("workshopQuestionHint")}
          maximum={1000}
          optional
        />
        <TextArea name="words" label={words("words")} maximum={10_000} optional />
        <DateField name="tag" label={words("startDay")} />
        <TimeField name="ab" label={words("from")} />
        <TimeField name="bis" label={words("until")} />
        <TextField name="whereText" label={words("where")} maximum={500} optional />
        <TextArea
          name="accessWords"
          label={words("access")}
          hint={words("accessHint")}
          rows={3}
          maximum={1000}
          optional
        />
        <NumberField name="seats" label={words("seats")} value="40" />
        <DateField
          name="correctUntil"
          label={words("correctUntil")}
          hint={words("correctUntilHint")}
          optional
        />
      </Form>
    </Stack>
  );
};
