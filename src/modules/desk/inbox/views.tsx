import type { Context } from "#core/context.ts";
import { ago } from "#core/date.ts";
import type { Filled } from "#core/input.ts";
import { type InquiryRow, pageSize } from "#modules/desk/inquiries/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { channelName, channels, resultName, topicName, topics } from "#modules/desk/vocabulary.ts";
import { personLanguageName, personLanguages } from "#modules/people/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { Checkbox, RadioGroup, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { withParameter } from "#ui/link.ts";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, SideBySide, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Props = { readonly ctx: Context };

type InboxProps = Props & {
  readonly items: readonly InquiryRow[];
  readonly total: number;
  readonly page: number;
  readonly words: string;
  readonly open: boolean;
  readonly address: string;
};

const itemOf = (ctx: Context, row: InquiryRow) => ({
  kind: say(ctx)("rowKind", {
    number: row.number,
    topic: topicName(ctx, row.topic),
    channel: channelName(ctx, row.channel),
    ago: ago(ctx, row.arrivedAt),
  }),
  title: row.who,
  href: paths.inquiry(row.id),
  text: row.words.length > 160 ? `${row.words.slice(0, 160)} …` : row.words,
  end: row.closedAt ? (
    <State kind="yes">{row.result ? resultName(ctx, row.result) : ""}</State>
  ) : (
    <State kind="wait">{say(ctx)("open")}</State>
  ),
});

/** What people asked, newest first. */
export const InboxPage = ({ ctx, items, total, page, words, open, address }: InboxProps) => {
  const text = say(ctx);
  return (
    <Stack wide>
      <Title heading={text("heading")} lead={text("lead")}>
        <Actions>
          <ButtonLink href={paths.newInquiry}>{text("note")}</ButtonLink>
        </Actions>
      </Title>
      <SideBySide
        side={
          <Form ctx={ctx} action={paths.inquiries} method="get" submit={text("searchSubmit")} narrow>
            <TextField name="q" type="search" label={text("search")} value={words} optional />
            <RadioGroup
              name="stand"
              label={text("stateLabel")}
              value={open ? "offen" : "alle"}
              options={[
                { value: "offen", label: text("stateOpen") },
                { value: "alle", label: text("stateAll") },
              ]}
              row
            />
          </Form>
        }
      >
        {items.length === 0 && <Empty heading={text(open && words === "" ? "noneOpen" : "none")} />}
        <ItemList items={items.map((row) => itemOf(ctx, row))} />
        <Pager
          ctx={ctx}
          page={page}
          size={pageSize}
          total={total}
          href={(number) => withParameter(address, "seite", String(number))}
        />
      </SideBySide>
    </Stack>
  );
};

type NoteProps = Props & {
  readonly formKey: string;
  readonly person?: { readonly id: string; readonly name: string } | undefined;
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    readonly townName?: string | null;
  }[];
  readonly form?: Filled | undefined;
};

const File = ({ ctx, person, candidates }: Pick<NoteProps, "ctx" | "person" | "candidates">) => {
  const text = say(ctx);
  const known = [...(person ? [person] : []), ...candidates];
  return (
    <RadioGroup
      name="akte"
      label={text("file")}
      hint={text("fileHint")}
      value={person?.id ?? "ohne"}
      options={[
        ...known.map(({ id, name, ...rest }) => ({
          value: id,
          label: "townName" in rest && rest.townName ? `${name}, ${rest.townName}` : name,
        })),
        { value: "neu", label: text("fileNew") },
        { value: "ohne", label: text("fileNone") },
      ]}
    />
  );
};

/** A phone call, a visit, a letter: written down fast, with the file found or started at once. */
export const NotePage = ({ ctx, formKey, person, candidates, form }: NoteProps) => {
  const text = say(ctx);
  return (
    <Stack wide>
      <Title heading={text("newHeading")} lead={text("newLead")} />
      {candidates.length > 0 && (
        <Notice ctx={ctx} kind="warning">
          {text("doubles")}
        </Notice>
      )}
      <Form ctx={ctx} action={paths.newInquiry} formKey={formKey} form={form} submit={text("newSubmit")}>
        <RadioGroup
          name="kanal"
          label={text("channel")}
          value="phone"
          options={channels
            .filter((value) => value !== "web")
            .map((value) => ({ value, label: channelName(ctx, value) }))}
          row
        />
        <Select
          name="thema"
          label={text("topic")}
          value="help"
          blank={false}
          options={topics.map((value) => ({ value, label: topicName(ctx, value) }))}
        />
        <TextArea name="worte" label={text("words")} rows={4} maximum={5000} />
        <TextField name="name" label={text("name")} value={person?.name} />
        <TextField name="telefon" type="tel" label={text("phone")} optional />
        <TextField name="email" type="email" label={text("email")} optional />
        <TextField name="erreichbar" label={text("reachable")} optional />
        <Select
          name="sprache"
          label={text("language")}
          value="de"
          blank={false}
          options={personLanguages.map((value) => ({ value, label: personLanguageName(ctx, value) }))}
        />
        <File ctx={ctx} person={person} candidates={candidates} />
        {candidates.length > 0 && <HiddenField name="gesehen" value="ja" />}
        <Checkbox name="meins" label={text("mine")} />
      </Form>
    </Stack>
  );
};
