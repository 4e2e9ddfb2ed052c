import type { Context } from "#core/context.ts";
import { dayAndTime, dayWithYear } from "#core/date.ts";
import { allow } from "#core/errors.ts";
import { routes } from "#core/web.ts";
import { findNext, type Meeting } from "#modules/consortium/meetings/queries.ts";
import { listMinutes } from "#modules/consortium/minutes/queries.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { minutesStateName } from "#modules/consortium/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { State } from "#ui/facts.tsx";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type MinutesList = Awaited<ReturnType<typeof listMinutes>>;
type Props = {
  readonly ctx: Context;
  readonly next: Meeting | undefined;
  readonly minutes: MinutesList;
};

const Minutes = ({ ctx, minutes }: Omit<Props, "next">) => {
  const words = say(ctx);
  if (minutes.length === 0) return <p>{words("minutesNone")}</p>;
  return (
    <ItemList
      items={minutes.map(({ meetingId, title, number, startsAt, state, objectionsUntil }) => ({
        title,
        href: paths.officeMinutes(meetingId),
        kind: words("of", { number, day: dayWithYear(ctx, startsAt) }),
        text:
          state === "objections" &&
          objectionsUntil &&
          words("until", { day: dayWithYear(ctx, new Date(+objectionsUntil - 1)) }),
        end: (
          <State kind={state === "approved" ? "yes" : state === "draft" ? "late" : "wait"}>
            {minutesStateName(ctx, state)}
          </State>
        ),
      }))}
    />
  );
};

const RegisterView = ({ ctx, next, minutes }: Props) => {
  const words = say(ctx);
  const ways = [
    ["meetings", paths.officeMeetings],
    ["circulars", paths.circulars],
    ["tasks", paths.officeTasks],
    ["topics", paths.officeTopics],
    ["dryRun", paths.dryRun],
    ["seats", paths.seats],
    ["rules", paths.officeRules],
  ] as const;
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      <Actions>
        {next?.state === "running" && <ButtonLink href={paths.running(next.id)}>{words("run")}</ButtonLink>}
        <a href={paths.front}>{words("public")}</a>
      </Actions>
      {next && (
        <Section id="naechste" heading={words("next")}>
          <ItemList
            items={[
              {
                title: next.title,
                href: paths.office(next.id),
                kind: dayAndTime(ctx, next.startsAt, next.endsAt),
                text: next.whereWords,
              },
            ]}
          />
        </Section>
      )}
      <Section id="wege" heading={words("ways")}>
        <ItemList
          items={ways.map(([key, href]) => ({ title: words(key), href, text: words(`${key}Text`) }))}
        />
      </Section>
      <Section id="protokolle" heading={words("minutes")}>
        <Minutes ctx={ctx} minutes={minutes.slice(0, 12)} />
      </Section>
    </Stack>
  );
};

/** `/buero/konsortium`: the way for office and chair. */
export const pages = routes().get("/", async (page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  return page.render(
    <RegisterView ctx={ctx} next={await findNext(ctx, ctx.now)} minutes={await listMinutes(ctx)} />,
    { title: say(ctx)("heading"), area: "office" },
  );
});
