import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, filledWith, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import type { Minutes } from "#methods/minutes.ts";
import { markOf, writeMinutes } from "#modules/consortium/agenda/commands.ts";
import { type AgendaItem, listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { type MinutesRefusal, nameMinuteTaker, sendMinutes } from "#modules/consortium/minutes/commands.ts";
import {
  composeMinutes,
  findMinutes,
  listMinutesObjections,
  type MinutesObjectionRow,
  type MinutesRow,
  readMinutes,
} from "#modules/consortium/minutes/queries.ts";
import {
  AnswerInput,
  answerObjection,
  type ObjectionRefusal,
} from "#modules/consortium/minutes-objections/commands.ts";
import { say as objections } from "#modules/consortium/minutes-objections/messages.ts";
import { MinutesText } from "#modules/consortium/minutes-text/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { minutesStateName } from "#modules/consortium/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { options, RadioGroup } from "#ui/choices.tsx";
import { HiddenField, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";

const notices = ["gespeichert", "verschickt", "beantwortet"] as const;

type Problem = {
  readonly form?: Filled;
  readonly refusal?: MinutesRefusal | "changed";
  readonly objection?: ObjectionRefusal;
};

type Props = Problem & {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly row: MinutesRow | undefined;
  readonly minutes: Minutes;
  readonly agenda: readonly AgendaItem[];
  readonly open: readonly MinutesObjectionRow[];
  readonly notice?: (typeof notices)[number] | undefined;
};

const Writing = ({ ctx, formKey, meeting, agenda, form }: Props) => {
  const words = say(ctx);
  const texts = Object.fromEntries(agenda.map(({ id, minutesWords }) => [`punkt_${id}`, minutesWords]));
  return (
    <>
      <Form
        ctx={ctx}
        action={paths.officeMinutes(meeting.id)}
        formKey={formKey}
        form={form ?? filledWith({ ...texts, schreibt: meeting.minuteTaker })}
        submit={words("save")}
        next={words("saveNext")}
      >
        <TextField name="schreibt" label={words("taker")} maximum={200} optional />
        {agenda.map(({ id, number, title, minutesWords }) => (
          <>
            <HiddenField name={`vor_${id}`} value={markOf(minutesWords)} />
            <TextArea
              name={`punkt_${id}`}
              label={words("item", { number, title })}
              rows={5}
              maximum={20_000}
              optional
            />
          </>
        ))}
      </Form>
      <Actions>
        <ActionForm
          action={paths.sendMinutes(meeting.id)}
          formKey={`${formKey}-s`}
          label={words("send")}
          kind="secondary"
        />
      </Actions>
      <p class="al-soft">{words("sendNext")}</p>
    </>
  );
};

const Answering = ({ ctx, formKey, meeting, open, agenda }: Props) => {
  const words = say(ctx);
  return (
    <Section id="einwaende" heading={words("objections")}>
      {open.map((one) => (
        <Form
          ctx={ctx}
          id={one.id}
          action={paths.answerObjection(meeting.id, one.id)}
          formKey={`${formKey}-${one.id}`}
          submit={words("answer")}
          next={words("answerNext")}
          quiet
        >
          <p>
            <b>{[one.seatTitle, one.itemTitle].filter(Boolean).join(" · ")}</b>: {one.words}
          </p>
          <RadioGroup
            name="state"
            label={words("state")}
            options={options(["accepted", "declined"] as const, (code) => words(code))}
          />
          <TextArea name="answer" label={words("reason")} rows={2} maximum={4_000} />
          {one.agendaItemId && (
            <TextArea
              name="text"
              label={words("text")}
              rows={5}
              maximum={20_000}
              value={agenda.find(({ id }) => id === one.agendaItemId)?.minutesWords}
              optional
            />
          )}
        </Form>
      ))}
    </Section>
  );
};

const OfficeView = (props: Props) => {
  const { ctx, meeting, row, minutes, notice, refusal, objection, open } = props;
  const words = say(ctx);
  const state = row?.state ?? "draft";
  return (
    <Stack wide>
      <Title
        kind={minutesStateName(ctx, state)}
        heading={`${words("heading")}: ${meeting.title}, ${dayWithYear(ctx, meeting.startsAt)}`}
        lead={words("lead")}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      {objection && <Notice ctx={ctx} kind="warning" heading={objections(ctx)(`refused_${objection}`)} />}
      <Actions>
        <a href={paths.officeMinutesPaper(meeting.id)}>{words("paper")}</a>
        {state !== "draft" && <a href={paths.ownMinutes(meeting.id)}>{words("toOwn")}</a>}
        {state === "approved" && <a href={paths.minutes(meeting.number)}>{words("toPublic")}</a>}
      </Actions>
      {meeting.state !== "closed" && <p>{words("notClosedYet")}</p>}
      {open.length > 0 && <Answering {...props} />}
      {state === "draft" && <Writing {...props} />}
      <Section id="text" heading={words("look")}>
        <MinutesText ctx={ctx} minutes={minutes} />
      </Section>
    </Stack>
  );
};

const meetingIn = async (page: Page): Promise<Meeting> => {
  allow(may.run(page.var.ctx));
  return found(await findMeeting(page.var.ctx, idIn<"meeting">(page)));
};

const show = async (page: Page, meeting: Meeting, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const row = await findMinutes(ctx, meeting.id);
  const heard = page.req.query("hinweis");
  const minutes = row ? await readMinutes(ctx, row) : await composeMinutes(ctx, meeting.id);
  return page.render(
    <OfficeView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      row={row}
      minutes={found(minutes)}
      agenda={await listAgenda(ctx, meeting)}
      open={(await listMinutesObjections(ctx, meeting.id)).filter(({ state }) => state === "open")}
      notice={notices.find((one) => one === heard)}
      {...problem}
    />,
    {
      title: say(ctx)("heading"),
      area: "office",
      status: problem.refusal || problem.objection ? 409 : problem.form ? 422 : 200,
      crumbs: [
        { href: paths.register, label: common(ctx)("office") },
        { href: paths.office(meeting.id), label: meeting.title },
      ],
    },
  );
};

const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string =>
  String(fields[name] ?? "")
    .replaceAll("\r\n", "\n")
    .trim()
    .slice(0, 20_000);

// Items are saved one by one; one that somebody else changed meanwhile is told, the others stay saved.
const save = async (page: Page) => {
  const { ctx } = page.var;
  const meeting = await meetingIn(page);
  const fields = await sent(page);
  await nameMinuteTaker(ctx, meeting.id, textIn(fields, "schreibt").slice(0, 200));
  for (const { id } of await listAgenda(ctx, meeting)) {
    if (fields[`punkt_${id}`] === undefined) continue;
    const words = textIn(fields, `punkt_${id}`);
    const outcome = await writeMinutes(ctx, id, { words, before: String(fields[`vor_${id}`] ?? "") });
    if (!outcome.ok) return show(page, meeting, { form: filledWith(fields), refusal: outcome.because });
  }
  return seeOther(page, paths.officeMinutes(meeting.id), "gespeichert");
};

/** `/buero/konsortium/sitzungen/:id/protokoll`. */
export const pages = routes()
  .get("/:id/protokoll", async (page) => show(page, await meetingIn(page)))
  .post("/:id/protokoll", save)
  .post("/:id/protokoll/versand", async (page) => {
    const meeting = await meetingIn(page);
    const outcome = await sendMinutes(page.var.ctx, meeting.id);
    if (!outcome.ok) return show(page, meeting, { refusal: outcome.because });
    return seeOther(page, paths.officeMinutes(meeting.id), "verschickt");
  })
  .post("/:id/protokoll/einwaende/:objection", async (page) => {
    const { ctx } = page.var;
    const meeting = await meetingIn(page);
    const id = idIn<"minutesObjection">(page, "objection");
    found((await listMinutesObjections(ctx, meeting.id)).find((one) => one.id === id));
    const input = read(ctx, AnswerInput, await sent(page));
    if (!input.ok) return show(page, meeting, { form: input.form });
    const outcome = await answerObjection(ctx, id, input.value);
    if (!outcome.ok) return show(page, meeting, { objection: outcome.because });
    return seeOther(page, paths.officeMinutes(meeting.id), "beantwortet");
  });
