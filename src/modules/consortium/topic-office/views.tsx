import type { Context } from "#core/context.ts";
import { type Filled, filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say as common } from "#modules/consortium/topic/messages.ts";
import type { TopicRefusal } from "#modules/consortium/topics/commands.ts";
import type { TopicRow } from "#modules/consortium/topics/queries.ts";
import { topicKindName, topicKinds, topicStateName, topicStates } from "#modules/consortium/vocabulary.ts";
import { options, RadioGroup, Select } from "#ui/choices.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context };

type FormProps = Base & {
  readonly formKey: string;
  readonly parents: readonly TopicRow[];
  readonly form?: Filled | undefined;
  readonly refusal?: TopicRefusal | undefined;
};

const Fields = ({ ctx, parents }: Base & { readonly parents: readonly TopicRow[] }) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={300} />
      <TextArea name="words" label={words("words")} rows={4} maximum={10_000} optional />
      <Select
        name="parentId"
        label={words("parent")}
        hint={words("parentHint")}
        blank={words("parentBlank")}
        options={parents.map(({ id, kind, number, title }) => ({
          value: id,
          label: `${topicKindName(ctx, kind)} ${number}: ${title}`,
        }))}
        optional
      />
    </>
  );
};

/** Something new for the consortium. */
export const NewView = ({ ctx, formKey, parents, form, refusal }: FormProps) => {
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("add")} />
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Form
        ctx={ctx}
        action={paths.addTopic}
        formKey={formKey}
        form={form}
        submit={words("add")}
        next={words("addNext")}
      >
        <RadioGroup
          name="kind"
          label={words("kind")}
          options={topicKinds.map((kind) => ({
            value: kind,
            label: topicKindName(ctx, kind),
            hint: words(`hint_${kind}`),
          }))}
        />
        <Fields ctx={ctx} parents={parents} />
      </Form>
    </Stack>
  );
};

type OfficeProps = FormProps & {
  readonly topic: TopicRow;
  readonly moving?: Filled | undefined;
  readonly notice?: "neu" | "gespeichert" | "stand" | undefined;
};

/** One of them in the hand of the office: its words, and how it stands. */
export const OfficeView = ({ ctx, formKey, topic, parents, form, moving, refusal, notice }: OfficeProps) => {
  const words = say(ctx);
  const { title, parentId, state } = topic;
  return (
    <Stack wide>
      <Title kind={`${topicKindName(ctx, topic.kind)} · ${common(ctx)("number", topic)}`} heading={title}>
        <p>
          <a href={paths.topic(topic.number)}>{words("toPublic")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Section id="stand" heading={words("move")}>
        <Form
          ctx={ctx}
          id="m"
          action={paths.topicState(topic.id)}
          formKey={`${formKey}-m`}
          form={moving ?? filledWith({ state })}
          submit={words("move")}
          next={words("moveNext")}
        >
          <RadioGroup
            name="state"
            label={words("state")}
            options={options(topicStates, (code) => topicStateName(ctx, code))}
          />
          <TextArea
            name="words"
            label={words("stateWords")}
            hint={words("stateHint")}
            rows={3}
            maximum={4_000}
          />
        </Form>
      </Section>
      <Section id="worte" heading={words("edit")}>
        <Form
          ctx={ctx}
          id="w"
          action={paths.officeTopic(topic.id)}
          formKey={`${formKey}-w`}
          form={form ?? filledWith({ title, words: topic.words, parentId })}
          submit={words("save")}
          next={words("saveNext")}
          quiet
        >
          <Fields ctx={ctx} parents={parents.filter(({ id }) => id !== topic.id)} />
        </Form>
      </Section>
    </Stack>
  );
};
