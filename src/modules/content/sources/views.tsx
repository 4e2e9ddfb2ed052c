import type { Context } from "#core/context.ts";
import { ago, day, dayAndTime, time } from "#core/date.ts";
import type { Id } from "#core/id.ts";
import type { Filled } from "#core/input.ts";
import type { PreviewLine } from "#modules/content/merging/queries.ts";
import { paths } from "#modules/content/paths.ts";
import type { Desk } from "#modules/organizations/paths.ts";
import { edit } from "#modules/organizations/paths.ts";
import type { Organization } from "#modules/organizations/schema.ts";
import { ActionForm } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { problemName, say } from "./messages.ts";
import type { SourceRow } from "./queries.ts";

const notices = {
  eingetragen: "added",
  bestaetigt: "confirmed",
  gefragt: "asked",
  beendet: "ended",
} as const;
export const noticeOf = (hint: string | undefined) =>
  hint !== undefined && Object.hasOwn(notices, hint) ? notices[hint as keyof typeof notices] : undefined;

type Props = {
  readonly ctx: Context;
  readonly desk: Desk;
  readonly organization: Organization;
  readonly sources: readonly SourceRow[];
  readonly shown: ReadonlyMap<Id<"calendarSource">, number>;
  readonly form: Filled;
  readonly formKey: string;
  readonly notice: ReturnType<typeof noticeOf>;
  readonly refusal?: "justRead" | undefined;
};

const whenOf = (ctx: Context, { startsAt, endsAt, allDay }: PreviewLine): string => {
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return allDay ? day(ctx, start) : dayAndTime(ctx, start, end);
};

const Preview = ({ ctx, lines }: { readonly ctx: Context; readonly lines: readonly PreviewLine[] }) => {
  const words = say(ctx);
  if (lines.length === 0) return <p>{words("previewNone")}</p>;
  return (
    <ItemList
      items={lines.map((line) => ({
        title: line.title,
        kind: whenOf(ctx, line),
        text: line.whereText,
        end: line.with ? (
          <a href={paths.date(line.with.slug)}>
            {line.with.organization
              ? words("joinsOf", { title: line.with.title, organization: line.with.organization })
              : words("joins", { title: line.with.title })}
          </a>
        ) : (
          <span class="al-soft">{words("isNew")}</span>
        ),
      }))}
    />
  );
};

const StateOf = ({ ctx, source }: { readonly ctx: Context; readonly source: SourceRow }) => {
  const words = say(ctx);
  if (source.problem) return <State kind="late">{words("trouble")}</State>;
  return source.confirmedAt ? (
    <State kind="yes">{words("running")}</State>
  ) : (
    <State kind="wait">{words("notYet")}</State>
  );
};

const Facts = ({
  ctx,
  source,
  n,
}: {
  readonly ctx: Context;
  readonly source: SourceRow;
  readonly n: number;
}) => {
  const words = say(ctx);
  const { problem, failures, lookedAt, readAt, nextAt } = source;
  return (
    <>
      <p>
        <StateOf ctx={ctx} source={source} />
      </p>
      {problem && (
        <p>
          {problemName(ctx, problem)} {words("tries", { n: failures })}
        </p>
      )}
      {!lookedAt && <p>{words("waiting")}</p>}
      {readAt && (
        <p>
          {words("found", { n: source.found })}. {source.confirmedAt && `${words("shown", { n })}.`}{" "}
          {source.unread > 0 && words("unread", { n: source.unread })}
        </p>
      )}
      {lookedAt && (
        <p class="al-soft">
          {readAt && `${words("lastRead", { when: ago(ctx, readAt) })}. `}
          {words("nextRead", { when: `${day(ctx, nextAt)}, ${time(ctx, nextAt)}` })}.
        </p>
      )}
    </>
  );
};

const Source = (props: Props & { readonly source: SourceRow; readonly index: number }) => {
  const { ctx, desk, organization, shown, formKey, source, index } = props;
  const words = say(ctx);
  const at = edit[desk].calendar(organization.id);
  const key = (what: string) => `${formKey}-${index}${what}`.slice(0, 64);
  const asked = !source.confirmedAt && source.readAt !== null;
  return (
    <Section id={`kalender-${index}`} heading={source.name || new URL(source.url).hostname}>
      <Stack>
        <p class="al-soft al-small al-break">{source.url}</p>
        <Facts ctx={ctx} source={source} n={shown.get(source.id) ?? 0} />
        {asked && (
          <>
            <h3>{words("previewHeading")}</h3>
            <Preview ctx={ctx} lines={source.preview} />
            {source.preview.length < source.found && (
              <p class="al-soft">{words("previewMore", { n: source.preview.length })}</p>
            )}
          </>
        )}
        <Actions>
          {asked && source.preview.length > 0 && (
            <ActionForm
              action={`${at}/${source.id}/freigabe`}
              label={words("confirm")}
              formKey={key("f")}
              kind="primary"
            />
          )}
          <ActionForm
            action={`${at}/${source.id}/lesen`}
            label={words("readNow")}
            formKey={key("l")}
            kind="secondary"
          />
          <ActionForm
            action={`${at}/${source.id}/ende`}
            label={words("end")}
            formKey={key("e")}
            kind="tertiary"
          />
        </Actions>
        <p class="al-soft">
          {asked && source.preview.length > 0 && `${words("confirmNext")} `}
          {words("endHint")}
        </p>
      </Stack>
    </Section>
  );
};

/** The calendars that are read along for one organization, and the way to enter one. */
export const SourcesPage = (props: Props) => {
  const { ctx, desk, organization, sources, form, formKey, notice, refusal } = props;
  const words = say(ctx);
  return (
    <>
      <Title heading={words("heading", { organization: organization.name })} lead={words("lead")}>
        <p>
          <a href={desk === "office" ? paths.deskDates : paths.mineDates}>{words("toDates")}</a>
        </p>
      </Title>
      {notice && <Notice ctx={ctx} kind="success" heading={words(notice)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <Stack wide>
        {sources.length === 0 && <Empty heading={words("none")} />}
        {sources.map((source, index) => (
          <Source {...props} source={source} index={index} />
        ))}
        <Form
          ctx={ctx}
          action={edit[desk].calendar(organization.id)}
          submit={words("add")}
          next={words("addNext")}
          formKey={formKey}
          form={form}
          quiet={sources.length > 0}
        >
          <TextField name="url" label={words("url")} hint={words("urlHint")} type="url" maximum={2000} />
        </Form>
      </Stack>
    </>
  );
};
