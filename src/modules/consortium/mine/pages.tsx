import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import type { ProcedureRules } from "#methods/resolution.ts";
import { listOwnWaiting, type Waiting } from "#modules/consortium/circulars/queries.ts";
import { listMeetings, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { listMinutes } from "#modules/consortium/minutes/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listPresent, type SeatPresence } from "#modules/consortium/presence/queries.ts";
import { OwnPresence } from "#modules/consortium/presence-own/views.tsx";
import { rulesOfMeeting } from "#modules/consortium/procedure/queries.ts";
import { type OwnSeat, ownSeats } from "#modules/consortium/seats/queries.ts";
import { listSeatTasks, type TaskRow } from "#modules/consortium/tasks/queries.ts";
import { holderPartName, minutesStateName } from "#modules/consortium/vocabulary.ts";
import { SectorSign } from "#ui/facts.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

/** The meeting that is being held now, and who is there. */
type Now = {
  readonly meeting: Meeting;
  readonly present: readonly SeatPresence[];
  readonly rules: ProcedureRules;
};

type Props = {
  readonly ctx: Context;
  readonly seats: readonly OwnSeat[];
  readonly meetings: readonly Meeting[];
  readonly running: Now | undefined;
  readonly waiting: readonly Waiting[];
  readonly tasks: readonly TaskRow[];
  readonly minutes: Awaited<ReturnType<typeof listMinutes>>;
};

const Seats = ({ ctx, seats }: Pick<Props, "ctx" | "seats">) => {
  const words = say(ctx);
  return (
    <Section id="sitze" heading={words("seats")}>
      <ItemList
        items={seats.map(({ title, organization, sector, part, startsOn, voting }) => ({
          title: organization ?? title,
          kind: (
            <>
              <SectorSign sector={sector} /> {title}
            </>
          ),
          text: [
            words("seat", { part: holderPartName(ctx, part), day: dayWithYear(ctx, startsOn) }),
            ...(voting ? [] : [words("advises")]),
          ].join(", "),
        }))}
      />
    </Section>
  );
};

const Meetings = ({ ctx, meetings }: Pick<Props, "ctx" | "meetings">) => {
  const words = say(ctx);
  return (
    <Section id="sitzungen" heading={words("next")}>
      {meetings.length === 0 ? (
        <p>{words("nextNone")}</p>
      ) : (
        <ItemList
          items={meetings.map(({ id, number, title, startsAt, endsAt, state, whereWords }) => ({
            title,
            href: paths.meeting(number),
            kind: dayAndTime(ctx, startsAt, endsAt),
            text: whereWords,
            end:
              state === "running" ? (
                <a href={paths.voting(id)}>{words("room")}</a>
              ) : (
                <a href={paths.reply(id)}>{words("reply")}</a>
              ),
          }))}
        />
      )}
    </Section>
  );
};

const Work = ({ ctx, waiting, tasks, minutes }: Pick<Props, "ctx" | "waiting" | "tasks" | "minutes">) => {
  const words = say(ctx);
  return (
    <>
      <Section id="umlauf" heading={words("letters")}>
        {waiting.length === 0 && <p>{words("lettersNone")}</p>}
        <ItemList
          items={waiting.map(({ motionId, title, seat, dueAt }) => ({
            title,
            href: paths.circular(motionId),
            text: words("letter", { seat, day: dayWithYear(ctx, dueAt) }),
          }))}
        />
      </Section>
      <Section id="aufgaben" heading={words("tasks")}>
        {tasks.length === 0 && <p>{words("tasksNone")}</p>}
        <ItemList
          items={tasks.map(({ id, title, dueOn }) => ({
            title,
            href: paths.ownTask(id),
            text: words("due", { day: dayWithYear(ctx, dueOn) }),
          }))}
        />
      </Section>
      <Section id="protokolle" heading={words("minutes")}>
        {minutes.length === 0 && <p>{words("minutesNone")}</p>}
        <ItemList
          items={minutes.map(({ meetingId, title, startsAt, state, objectionsUntil }) => ({
            title,
            href: paths.ownMinutes(meetingId),
            kind: dayWithYear(ctx, startsAt),
            text:
              state === "objections" && objectionsUntil
                ? words("minutesUntil", { day: dayWithYear(ctx, new Date(+objectionsUntil - 1)) })
                : minutesStateName(ctx, state),
          }))}
        />
      </Section>
    </>
  );
};

const MineView = (props: Props) => {
  const { ctx, seats, running } = props;
  const words = say(ctx);
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")}>
        <p>
          <a href={paths.front}>{words("public")}</a>
        </p>
      </Title>
      {running && <OwnPresence ctx={ctx} seats={seats} {...running} />}
      {seats.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Seats {...props} />
      )}
      <Meetings {...props} />
      <Work {...props} />
    </Stack>
  );
};

const nowOf = async (ctx: Context, meetings: readonly Meeting[]): Promise<Now | undefined> => {
  const meeting = meetings.find(({ state }) => state === "running");
  return (
    meeting && {
      meeting,
      present: await listPresent(ctx, meeting.id),
      rules: await rulesOfMeeting(ctx, meeting),
    }
  );
};

/** `/mein/konsortium`: what concerns somebody who has a seat. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  const seats = await ownSeats(ctx);
  allow(may.read(ctx) || seats.length > 0);
  const minutes = await listMinutes(ctx);
  const meetings = await listMeetings(ctx, { from: ctx.now, states: ["invited", "running"], limit: 5 });
  return page.render(
    <MineView
      ctx={ctx}
      seats={seats}
      meetings={meetings}
      running={await nowOf(ctx, meetings)}
      waiting={await listOwnWaiting(ctx)}
      tasks={
        await listSeatTasks(
          ctx,
          seats.map(({ id }) => id),
        )
      }
      minutes={minutes.filter(({ state }) => state !== "draft").slice(0, 8)}
    />,
    { title: say(ctx)("heading"), hidden: true },
  );
});
