import type { Context } from "#core/context.ts";
import { day, dayAndTime } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Filled } from "#core/input.ts";
import type { DateCard } from "#modules/content/calendar/queries.ts";
import { paths } from "#modules/content/paths.ts";
import { may } from "#modules/content/policy.ts";
import { listShelves } from "#modules/content/queries.ts";
import { LegalNoticeMissing, Preview } from "#modules/content/views.tsx";
import { editorWords, shelfName } from "#modules/content/vocabulary.ts";
import { accessibilities, accessibilityName } from "#modules/organizations/vocabulary.ts";
import { ActionForm, ButtonLink } from "#ui/button.tsx";
import { Checkbox, CheckboxGroup, Fieldset, options, Select } from "#ui/choices.tsx";
import { State } from "#ui/facts.tsx";
import { DateField, HiddenField, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { Desk, Views } from "#ui/work.tsx";
import { say } from "./messages.ts";

const StateOf = ({ ctx, date }: { ctx: Context; date: DateCard }) => {
  const words = editorWords(ctx);
  if (date.canceledAt) return <State kind="no">{words("stateCanceled")}</State>;
  if (!date.publishedAt) return <State kind="wait">{words("stateDraft")}</State>;
  return date.endsAt < ctx.now ? (
    <State kind="info">{say(ctx)("past")}</State>
  ) : (
    <State kind="yes">{words("statePublished")}</State>
  );
};

type ListProps = { readonly ctx: Context; readonly dates: readonly DateCard[]; readonly base: string };

/** The dates one may change: what is ahead first. */
export const DateDesk = ({ ctx, dates, base }: ListProps) => {
  const inOffice = base === paths.deskDates;
  return (
    <Desk
      heading={inOffice ? editorWords(ctx)("shelves") : say(ctx)("mine")}
      views={inOffice && <Views ctx={ctx} views={listShelves(ctx, "dates")} />}
      lead={say(ctx)(inOffice ? "deskLead" : "mineLead")}
    >
      <Actions>
        <ButtonLink href={`${base}/neu`}>{say(ctx)("new")}</ButtonLink>
      </Actions>
      {dates.length === 0 ? (
        <Empty heading={say(ctx)("none")}>
          <p>{say(ctx)("noneText")}</p>
        </Empty>
      ) : (
        <>
          <h2 class="al-hidden">{shelfName(ctx, "dates")}</h2>
          <ItemList
            items={dates.map((date) => ({
              title: date.title,
              href: `${base}/${date.id}`,
              kind: date.allDay ? day(ctx, date.startsAt) : dayAndTime(ctx, date.startsAt),
              text: [date.organization, date.whereText].filter(Boolean).join(" · "),
              end: <StateOf ctx={ctx} date={date} />,
            }))}
          />
        </>
      )}
    </Desk>
  );
};

export type EditorProps = {
  readonly ctx: Context;
  readonly base: string;
  readonly form: Filled;
  readonly formKey: string;
  readonly hosts: readonly { readonly id: Id<"organization">; readonly name: string }[];
  readonly date?: DateCard | undefined;
  readonly preview?: boolean | undefined;
  readonly notice?: string | undefined;
  /** What the legal notice lacks, when that is why it was not published. */
  readonly missing?: readonly string[] | undefined;
};

const Told = ({ ctx, notice, missing }: Pick<EditorProps, "ctx" | "notice" | "missing">) => (
  <>
    {notice && <Notice ctx={ctx} kind="success" heading={notice} />}
    {missing && <LegalNoticeMissing ctx={ctx} missing={missing} />}
  </>
);

// Whoever speaks for one organization only is not asked for which.
const Host = ({ ctx, hosts }: Pick<EditorProps, "ctx" | "hosts">) => {
  const [only, ...others] = hosts;
  if (!may.write(ctx) && only && others.length === 0)
    return <HiddenField name="organizationId" value={only.id} />;
  return (
    <Select
      name="organizationId"
      label={say(ctx)("organization")}
      options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
      blank={may.write(ctx) ? say(ctx)("organizationBlank") : undefined}
      optional={may.write(ctx)}
    />
  );
};

const Fields = (props: EditorProps) => {
  const { ctx } = props;
  const words = say(ctx);
  return (
    <>
      <TextField name="title" label={words("title")} maximum={150} />
      <Host {...props} />
      <Fieldset legend={words("span")}>
        <DateField name="day" label={words("day")} />
        <TimeField name="time" label={words("time")} />
        <TimeField name="endTime" label={words("endTime")} optional />
        <Checkbox name="allDay" label={words("allDay")} />
        <DateField name="endDay" label={words("endDay")} hint={words("endDayHint")} optional />
      </Fieldset>
      <TextField name="whereText" label={words("where")} hint={words("whereHint")} maximum={200} optional />
      <TextField name="postcode" label={words("postcode")} width="short" maximum={5} optional />
      <TextField
        name="admission"
        label={words("admission")}
        hint={words("admissionHint")}
        maximum={200}
        optional
      />
      <TextArea
        name="body"
        label={words("body")}
        hint={editorWords(ctx)("textHint")}
        rows={8}
        maximum={10_000}
        optional
      />
      <CheckboxGroup
        name="accessibility"
        label={words("accessibility")}
        options={options(accessibilities, (code) => accessibilityName(ctx, code))}
        row
        optional
      />
    </>
  );
};

const Cancellation = ({ ctx, base, date, formKey }: EditorProps & { readonly date: DateCard }) => (
  <Section id="absage" heading={say(ctx)(date.canceledAt ? "reviveDate" : "cancelDate")}>
    <p>{say(ctx)("cancelHint")}</p>
    <ActionForm
      action={`${base}/${date.id}/absage`}
      label={say(ctx)(date.canceledAt ? "reviveDate" : "cancelDate")}
      object={date.title}
      formKey={formKey}
      values={{ do: date.canceledAt ? "revive" : "cancel" }}
      kind="secondary"
    />
  </Section>
);

/** The form of one date. */
export const DateEditor = (props: EditorProps) => {
  const { ctx, base, form, formKey, date, preview } = props;
  const words = editorWords(ctx);
  const isPublished = date?.publishedAt instanceof Date;
  return (
    <Desk heading={say(ctx)(date ? "editHeading" : "newHeading")}>
      <Told {...props} />
      {date && (
        <Actions>
          <StateOf ctx={ctx} date={date} />
          <a href={paths.date(date.slug)}>{say(ctx)("toPage")}</a>
        </Actions>
      )}
      {preview && <Preview ctx={ctx} form={form} />}
      <Form
        ctx={ctx}
        action={date ? `${base}/${date.id}` : `${base}/neu`}
        form={form}
        formKey={formKey}
        submit={isPublished ? say(ctx)("saveChanges") : words("publish")}
        secondary={[
          { label: words("preview"), name: "do", value: "preview" },
          ...(isPublished ? [] : [{ label: words("saveDraft"), name: "do", value: "draft" }]),
        ]}
        cancel={{ href: base, label: words("cancel") }}
      >
        <Fields {...props} />
      </Form>
      {date?.publishedAt && <Cancellation {...props} date={date} />}
    </Desk>
  );
};
