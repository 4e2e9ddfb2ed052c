import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { allow, found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import type { Minutes } from "#methods/minutes.ts";
import { type AgendaItem, listAgenda } from "#modules/consortium/agenda/queries.ts";
import { findMeeting, type Meeting, type MeetingId } from "#modules/consortium/meetings/queries.ts";
import {
  findMinutes,
  listMinutesObjections,
  listSeatsThere,
  type MinutesObjectionRow,
  type MinutesRow,
  readMinutes,
} from "#modules/consortium/minutes/queries.ts";
import {
  ObjectionInput,
  type ObjectionRefusal,
  objectTo,
  withdrawObjection,
} from "#modules/consortium/minutes-objections/commands.ts";
import { say } from "#modules/consortium/minutes-objections/messages.ts";
import { MinutesText } from "#modules/consortium/minutes-text/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { type OwnSeat, ownSeats } from "#modules/consortium/seats/queries.ts";
import { minutesObjectionStateName, minutesStateName } from "#modules/consortium/vocabulary.ts";
import { ActionForm } from "#ui/button.tsx";
import { Select } from "#ui/choices.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";

const notices = ["erhoben", "zurueck"] as const;

type Props = {
  readonly ctx: Context;
  readonly formKey: string;
  readonly meeting: Meeting;
  readonly row: MinutesRow | undefined;
  readonly minutes: Minutes | undefined;
  readonly agenda: readonly AgendaItem[];
  readonly objections: readonly MinutesObjectionRow[];
  /** Own seats that were there. */
  readonly seats: readonly OwnSeat[];
  readonly form?: Filled | undefined;
  readonly refusal?: ObjectionRefusal | undefined;
  readonly notice?: (typeof notices)[number] | undefined;
};

const Objections = ({ ctx, formKey, meeting, objections, seats }: Props) => {
  const words = say(ctx);
  const own = new Set(seats.map(({ id }) => id));
  return (
    <Section id="einwaende" heading={words("objections")}>
      {objections.length === 0 ? (
        <p>{words("none")}</p>
      ) : (
        <ItemList
          items={objections.map((one) => ({
            title: one.words,
            kind: [one.seatTitle, one.itemTitle].filter(Boolean).join(" · "),
            text: [minutesObjectionStateName(ctx, one.state), one.answer].filter(Boolean).join(". "),
            end: one.state === "open" && own.has(one.seatId) && (
              <ActionForm
                action={paths.ownObjection(meeting.id, one.id)}
                formKey={`${formKey}-${one.id}`}
                label={words("withdraw")}
                object={one.words.slice(0, 60)}
              />
            ),
          }))}
        />
      )}
    </Section>
  );
};

const Objecting = ({ ctx, formKey, meeting, agenda, seats, form }: Props) => {
  const words = say(ctx);
  if (seats.length === 0) return <p>{words("notThere")}</p>;
  return (
    <Section id="einwand" heading={words("object")}>
      <Stack>
        <p>{words("objectLead")}</p>
        <Form
          ctx={ctx}
          action={paths.ownMinutes(meeting.id)}
          formKey={formKey}
          form={form}
          submit={words("object")}
          next={words("objectNext")}
        >
          <Select
            name="seatId"
            label={words("seat")}
            blank={false}
            options={seats.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Select
            name="agendaItemId"
            label={words("item")}
            blank={words("itemBlank")}
            options={agenda.map(({ id, number, title }) => ({
              value: id,
              label: words("itemNumber", { number, title }),
            }))}
            optional
          />
          <TextArea name="words" label={words("words")} rows={4} maximum={4_000} />
        </Form>
      </Stack>
    </Section>
  );
};

const stands = (ctx: Context, row: MinutesRow): string => {
  const words = say(ctx);
  if (row.approvedAt) return words("approved", { day: dayWithYear(ctx, row.approvedAt) });
  const day = row.objectionsUntil ? dayWithYear(ctx, new Date(+row.objectionsUntil - 1)) : "";
  return words("until", { day });
};

const OwnView = (props: Props) => {
  const { ctx, meeting, row, minutes, notice, refusal } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title
        {...(row
          ? { kind: `${minutesStateName(ctx, row.state)} · ${words("revision", { n: row.revision })}` }
          : {})}
        heading={words("heading", { number: meeting.number })}
        lead={words("lead", { title: meeting.title, day: dayWithYear(ctx, meeting.startsAt) })}
      />
      {notice && <Notice ctx={ctx} kind="success" heading={words(`notice_${notice}`)} />}
      {refusal && <Notice ctx={ctx} kind="warning" heading={words(`refused_${refusal}`)} />}
      <p>{row ? stands(ctx, row) : words("draft")}</p>
      {minutes && (
        <p>
          <a href={paths.ownMinutesPaper(meeting.id)}>{words("paper")}</a>
        </p>
      )}
      {minutes && <MinutesText ctx={ctx} minutes={minutes} />}
      {row && <Objections {...props} />}
      {row?.state === "objections" && <Objecting {...props} />}
    </Stack>
  );
};

type Problem = { readonly form?: Filled; readonly refusal?: ObjectionRefusal };

const show = async (page: Page, id: MeetingId, problem: Problem = {}) => {
  const { ctx, formKey } = page.var;
  allow(may.read(ctx));
  const meeting = found(await findMeeting(ctx, id));
  const known = await findMinutes(ctx, id);
  // A draft is read where it is written.
  const row = known?.state === "draft" ? undefined : known;
  const there = await listSeatsThere(ctx, id);
  const heard = page.req.query("hinweis");
  return page.render(
    <OwnView
      ctx={ctx}
      formKey={formKey}
      meeting={meeting}
      row={row}
      minutes={row && (await readMinutes(ctx, row))}
      agenda={await listAgenda(ctx, meeting)}
      objections={await listMinutesObjections(ctx, id)}
      seats={(await ownSeats(ctx)).filter((seat) => there.has(seat.id))}
      notice={notices.find((one) => one === heard)}
      {...problem}
    />,
    {
      title: say(ctx)("heading", { number: meeting.number }),
      hidden: true,
      status: problem.refusal ? 409 : problem.form ? 422 : 200,
    },
  );
};

/** `/mein/konsortium/sitzungen/:id/protokoll`: somebody with a seat reads the minutes, and objects. */
export const pages = routes()
  .get("/:id/protokoll", (page) => show(page, idIn<"meeting">(page)))
  .post("/:id/protokoll", async (page) => {
    const { ctx } = page.var;
    allow(may.read(ctx));
    const id = idIn<"meeting">(page);
    found(await findMeeting(ctx, id));
    const input = read(ctx, ObjectionInput, await sent(page));
    if (!input.ok) return show(page, id, { form: input.form });
    const outcome = await objectTo(ctx, id, input.value);
    if (!outcome.ok) return show(page, id, { form: input.form, refusal: outcome.because });
    return seeOther(page, paths.ownMinutes(id), "erhoben");
  })
  .post("/:id/protokoll/einwaende/:objection", async (page) => {
    const { ctx } = page.var;
    allow(may.read(ctx));
    const id = idIn<"meeting">(page);
    found(await findMeeting(ctx, id));
    const objection = idIn<"minutesObjection">(page, "objection");
    found((await listMinutesObjections(ctx, id)).find((one) => one.id === objection));
    const outcome = await withdrawObjection(ctx, objection);
    if (!outcome.ok) return show(page, id, { refusal: outcome.because });
    return seeOther(page, paths.ownMinutes(id), "zurueck");
  });
