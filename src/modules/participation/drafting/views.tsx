import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/participation/paths.ts";
import type { Process } from "#modules/participation/schema.ts";
import {
  type Template,
  templateName,
  templates,
  writerName,
  writers,
} from "#modules/participation/vocabulary.ts";
import { Checkbox, Fieldset, RadioGroup, Select } from "#ui/choices.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import type { ChangeRefusal } from "./commands.ts";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly formKey: string; readonly form?: Filled | undefined };

/** What a process begins with: a template and a name. */
export const NewView = ({ ctx, formKey, form }: Base) => {
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("new")} lead={words("newLead")} />
      <Form
        ctx={ctx}
        action={paths.add}
        formKey={formKey}
        form={form}
        submit={words("begin")}
        next={words("beginNext")}
      >
        <RadioGroup
          name="template"
          label={words("template")}
          value="square"
          options={templates.map((template: Template) => ({
            value: template,
            label: templateName(ctx, template),
            hint: words(`template_${template}_hint`),
          }))}
        />
        <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={200} />
      </Form>
    </Stack>
  );
};

export type Organizations = readonly { readonly id: string; readonly name: string }[];

type FieldsProps = { readonly ctx: Context; readonly organizations: Organizations };

const QuestionFields = ({ ctx }: FieldsProps) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("part_question")}>
      <TextField name="title" label={words("title")} hint={words("titleHint")} maximum={200} />
      <TextArea
        name="question"
        label={words("question")}
        hint={words("questionHint")}
        rows={2}
        maximum={1000}
      />
      <TextArea name="words" label={words("words")} hint={words("wordsHint")} maximum={10_000} optional />
      <TextField name="territory" label={words("territory")} maximum={500} optional />
    </Fieldset>
  );
};

const FrameFields = ({ ctx }: FieldsProps) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("part_frame")} hint={words("part_frameHint")}>
      <TextArea name="openWords" label={words("openWords")} rows={3} maximum={4000} />
      <TextArea name="decidedWords" label={words("decidedWords")} rows={3} maximum={4000} />
      <TextArea
        name="deciderWords"
        label={words("deciderWords")}
        hint={words("deciderWordsHint")}
        rows={3}
        maximum={2000}
      />
    </Fieldset>
  );
};

const WhoFields = ({ ctx, organizations }: FieldsProps) => {
  const words = say(ctx);
  return (
    <Fieldset legend={words("part_who")}>
      <RadioGroup
        name="who"
        label={words("who")}
        options={writers.map((who) => ({
          value: who,
          label: writerName(ctx, who),
          hint: words(`who_${who}_hint`),
        }))}
      />
      <TextField name="postcodes" label={words("postcodes")} hint={words("postcodesHint")} optional />
      <Select
        name="organizationId"
        label={words("organization")}
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
        blank={words("organizationBlank")}
        optional
      />
      <TextField
        name="contactWords"
        label={words("contactWords")}
        hint={words("contactWordsHint")}
        maximum={500}
      />
    </Fieldset>
  );
};

/** A process as its form knows it. */
const formOf = (process: Process): Filled =>
  filledWith({ ...process, postcodes: process.postcodes.join(" ") });

type SettingsProps = Base &
  FieldsProps & {
    readonly process: Process;
    readonly refusal?: ChangeRefusal | undefined;
    readonly notice?: string | undefined;
  };

/** The question, what is open, who decides, and who may take part. */
export const SettingsView = (props: SettingsProps) => {
  const { ctx, formKey, form, process, refusal, notice } = props;
  const words = say(ctx);
  return (
    <Stack>
      <Title heading={words("settings")} kind={process.title} lead={words("settingsLead")} />
      {notice === "begonnen" && <Notice ctx={ctx} kind="success" heading={words("notice_begonnen")} />}
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words("refused")}>
          <p>{words(`refused_${refusal}`)}</p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        action={paths.settings(process.id)}
        formKey={formKey}
        form={form ?? formOf(process)}
        submit={words("save")}
        cancel={{ href: paths.office(process.id), label: words("back") }}
      >
        <QuestionFields {...props} />
        <FrameFields {...props} />
        <WhoFields {...props} />
        <Fieldset legend={words("part_proposals")}>
          <Checkbox name="asksCost" label={words("asksCost")} />
          <Checkbox name="asksPlace" label={words("asksPlace")} />
          <NumberField name="answerDays" label={words("answerDays")} hint={words("answerDaysHint")} />
        </Fieldset>
      </Form>
    </Stack>
  );
};

type EndProps = Base & {
  readonly process: Process;
  readonly way?: "closed" | "canceled" | undefined;
  readonly refusal?: string | undefined;
};

/** A process is finished with what came of it, or broken off with a reason. */
export const EndView = ({ ctx, formKey, form, process, way, refusal }: EndProps) => {
  const words = say(ctx);
  const cancel = { href: paths.office(process.id), label: words("back") };
  return (
    <Stack wide>
      <Title heading={words("end")} kind={process.title} lead={words("endLead")} />
      {refusal && (
        <Notice ctx={ctx} kind="warning" heading={words("refused")}>
          <p>{refusal}</p>
        </Notice>
      )}
      <Form
        ctx={ctx}
        id="ende"
        action={paths.state(process.id)}
        formKey={`${formKey}ende`}
        form={way === "closed" ? form : undefined}
        submit={words("endSubmit")}
        cancel={cancel}
      >
        <input type="hidden" name="stand" value="closed" />
        <TextArea name="words" label={words("endWords")} rows={6} maximum={4000} />
      </Form>
      <Section id="abbrechen" heading={words("breakOff")}>
        <p>{words("breakOffLead")}</p>
        <Form
          ctx={ctx}
          id="abbruch"
          action={paths.state(process.id)}
          formKey={`${formKey}abbruch`}
          form={way === "canceled" ? form : undefined}
          submit={words("breakOffSubmit")}
          quiet
        >
          <input type="hidden" name="stand" value="canceled" />
          <TextArea name="words" label={words("breakOffWords")} rows={3} maximum={4000} />
        </Form>
      </Section>
    </Stack>
  );
};
