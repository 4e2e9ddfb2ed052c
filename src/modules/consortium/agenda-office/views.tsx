import type { Context } from "#core/context.ts";
import { dayAndTime, duration, time } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { timeOf } from "#core/local-time.ts";
import type { AgendaItem } from "#modules/consortium/agenda/queries.ts";
import { isAhead, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import type { TopicRow } from "#modules/consortium/topics/queries.ts";
import { agendaKindName, agendaKinds, topicKindName } from "#modules/consortium/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Checkbox, options, RadioGroup, Select } from "#ui/choices.tsx";
import { NumberField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Table } from "#ui/table.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Suggestion } from "./queries.ts";

export type Base = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly topics: readonly TopicRow[];
  readonly form?: Filled | undefined;
  readonly notice?: string | undefined;
  readonly refusal?: string | undefined;
};

const notices = ["neu", "gespeichert", "entfernt", "unterlage"] as const;

export const Happened = ({ ctx, notice, refusal }: Pick<Base, "ctx" | "notice" | "refusal">) => {
  const known = notices.find((name) => name === notice);
  return (
    <>
      {known && <Notice ctx={ctx} kind="success" heading={say(ctx)(`notice_${known}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={refusal} />}
    </>
  );
};

export const Fields = ({ ctx, topics }: Pick<Base, "ctx" | "topics">) => {
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={300} />
      <RadioGroup
        name="kind"
        label={words("kind")}
        value="discussion"
        options={options(agendaKinds, (code) => agendaKindName(ctx, code))}
        row
      />
      <NumberField name="minutes" label={words("minutes")} value="10" />
      <TextArea
        name="words"
        label={words("words")}
        hint={words("wordsHint")}
        rows={3}
        maximum={6_000}
        optional
      />
      {topics.length > 0 && (
        <Select
          name="topicId"
          label={words("topic")}
          blank={words("topicBlank")}
          options={topics.map(({ id, kind, number, title }) => ({
            value: id,
            label: `${topicKindName(ctx, kind)} ${number}: ${title}`,
          }))}
          optional
        />
      )}
      <Checkbox name="hidden" label={words("hidden")} />
    </>
  );
};

export const remarks = (ctx: Context, meeting: Meeting, item: AgendaItem): string => {
  const words = say(ctx);
  return [
    item.proposedBy && words("proposedBy", { seat: item.proposedBy }),
    !item.public && words("notPublic"),
    meeting.invitedAt !== null && !item.announced && words("notAnnounced"),
  ]
    .filter(Boolean)
    .join(", ");
};

const Order = ({ ctx, formKey, meeting, item }: Base & { readonly item: AgendaItem }) => {
  const words = say(ctx);
  const ways = isAhead(meeting.state) ? (["up", "down", "remove"] as const) : (["up", "down"] as const);
  return (
    <Actions>
      {ways.map((way) => (
        <ActionForm
          action={paths.itemPlace(meeting.id, item.id)}
          formKey={`${formKey}-${way}-${item.id}`}
          label={words(way)}
          object={item.title}
          values={{ way }}
        />
      ))}
    </Actions>
  );
};

const Suggestions = ({
  ctx,
  formKey,
  meeting,
  suggestions,
}: Base & { readonly suggestions: readonly Suggestion[] }) => {
  const words = say(ctx);
  if (suggestions.length === 0) return null;
  return (
    <Section id="wartet" heading={words("waiting")}>
      <p class="al-soft">{words("waitingLead")}</p>
      <ItemList
        items={suggestions.map(({ title, why, kind, words: text, topicId, motionId, hidden }, index) => ({
          kind: why,
          title,
          end: (
            <ActionForm
              action={paths.agenda(meeting.id)}
              formKey={`${formKey}-s${index}`}
              label={words("take")}
              object={title}
              values={{
                title,
                kind,
                words: text,
                minutes: "10",
                ...(topicId ? { topicId } : {}),
                ...(motionId ? { motionId } : {}),
                ...(hidden ? { hidden: "on" } : {}),
              }}
            />
          ),
        }))}
      />
    </Section>
  );
};

type AgendaProps = Base & {
  readonly agenda: readonly AgendaItem[];
  readonly suggestions: readonly Suggestion[];
};

/** The agenda of a meeting: its order and times, what waits, and a new item. */
export const AgendaView = (props: AgendaProps) => {
  const { ctx, formKey, meeting, agenda, form } = props;
  const words = say(ctx);
  const last = agenda.at(-1);
  const minutes = agenda.reduce((sum, item) => sum + item.minutes, 0);
  return (
    <Stack wide>
      <Title
        kind={`${meeting.title} · ${dayAndTime(ctx, meeting.startsAt, meeting.endsAt)}`}
        heading={words("heading")}
        lead={words("lead")}
      />
      <Happened {...props} />
      {agenda.length === 0 ? (
        <Empty heading={words("none")}>{words("noneText")}</Empty>
      ) : (
        <Table
          id="punkte"
          caption={words("caption")}
          rows={agenda}
          columns={[
            { heading: words("time"), cell: (item) => timeOf(item.startsAt) },
            {
              heading: words("item"),
              cell: (item) => (
                <>
                  {item.number}. <a href={paths.item(meeting.id, item.id)}>{item.title}</a>{" "}
                  <span class="al-soft">{remarks(ctx, meeting, item)}</span>
                </>
              ),
            },
            { heading: words("kind"), cell: (item) => agendaKindName(ctx, item.kind) },
            { heading: words("minutes"), cell: (item) => item.minutes, number: true },
            { heading: words("order"), cell: (item) => <Order {...props} item={item} /> },
          ]}
        />
      )}
      {last && <p>{words("total", { duration: duration(ctx, minutes), end: time(ctx, last.endsAt) })}</p>}
      <Suggestions {...props} />
      <Section id="neu" heading={words("add")}>
        <Form
          ctx={ctx}
          action={paths.agenda(meeting.id)}
          formKey={formKey}
          form={form}
          submit={words("add")}
          next={words("addNext")}
        >
          <Fields {...props} />
        </Form>
      </Section>
    </Stack>
  );
};
