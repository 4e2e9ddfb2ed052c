import { dayWithYear } from "#core/date.ts";
import { type Page, routes } from "#core/web.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { MinutesText } from "#modules/consortium/minutes-text/views.tsx";
import { paths } from "#modules/consortium/paths.ts";
import { Actions, Section, Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { findApproved, openSeal } from "./queries.ts";

const approvedIn = async (page: Page) => {
  const { ctx } = page.var;
  const all = await findApproved(ctx, Number(page.req.param("number")));
  const { title, startsAt } = all.meeting;
  return { ctx, ...all, about: { title, day: dayWithYear(ctx, startsAt) } };
};

const crumbs = ({ ctx, meeting }: Awaited<ReturnType<typeof approvedIn>>) => [
  { href: paths.front, label: common(ctx)("consortium") },
  { href: paths.meeting(meeting.number), label: meeting.title },
];

/** `/konsortium/sitzungen/:number/protokoll` and `/presse`: approved minutes for everybody. */
export const pages = routes()
  .get("/:number{[0-9]{1,6}}/protokoll", async (page) => {
    const all = await approvedIn(page);
    const { ctx, meeting, row, open, about } = all;
    const words = say(ctx);
    return page.render(
      <Stack wide>
        <Title heading={words("heading", meeting)} lead={words("lead", about)} />
        {row.approvedAt && <p>{words("approved", { day: dayWithYear(ctx, row.approvedAt) })}</p>}
        <Actions>
          <a href={paths.minutesPaper(meeting.number)}>{words("paper")}</a>
          <a href={paths.pressExtract(meeting.number)}>{words("press")}</a>
          <a href={paths.minutesData(meeting.number)}>{words("data")}</a>
        </Actions>
        <MinutesText ctx={ctx} minutes={open} />
        <Section id="siegel" heading={words("seal")}>
          <p>{words("sealText")}</p>
          <p>
            <code>{row.hash}</code>
          </p>
        </Section>
      </Stack>,
      { title: words("heading", meeting), crumbs: crumbs(all) },
    );
  })
  .get("/:number{[0-9]{1,6}}/protokoll.json", async (page) => {
    const { kept } = await approvedIn(page);
    return page.json(openSeal(kept));
  })
  .get("/:number{[0-9]{1,6}}/presse", async (page) => {
    const all = await approvedIn(page);
    const { ctx, meeting, open, about } = all;
    const words = say(ctx);
    const decided = open.items.flatMap(({ resolutions }) => resolutions);
    return page.render(
      <Stack wide>
        <Title heading={words("pressHeading", meeting)} lead={`${open.head.consortium}, ${about.day}`} />
        {decided.length === 0 && <p>{words("pressNone")}</p>}
        {decided.map(({ number, title, wording, sentence }) => (
          <Section id={`beschluss-${number}`} heading={`${number}: ${title}`}>
            <p>{wording}</p>
            <p class="al-soft">{sentence}</p>
          </Section>
        ))}
        <Actions>
          <a href={paths.pressPaper(meeting.number)}>{words("paper")}</a>
          <a href={paths.minutes(meeting.number)}>{words("minutes")}</a>
        </Actions>
      </Stack>,
      { title: words("pressHeading", meeting), crumbs: crumbs(all) },
    );
  });
