import type { Context } from "#core/context.ts";
import { dayAndTime, isoDay, month, period, time } from "#core/date.ts";
import { filledWith } from "#core/input.ts";
import { dayOf } from "#core/local-time.ts";
import { renderMarkdown } from "#core/markdown.ts";
import { paths } from "#modules/content/paths.ts";
import { accessibilities, accessibilityName } from "#modules/organizations/vocabulary.ts";
import { ButtonLink } from "#ui/button.tsx";
import { CheckboxGroup, options, Select } from "#ui/choices.tsx";
import { DateList } from "#ui/dates.tsx";
import { Pairs, State } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { Actions, Empty, More, Prose, Section, SideBySide, Title } from "#ui/page.tsx";
import { Views } from "#ui/work.tsx";
import { say } from "./messages.ts";
import { hostsOf, may } from "./policy.ts";
import type { DateCard } from "./queries.ts";

/** The last day of a date: an all-day date ends where the next day begins. */
const lastDay = ({ allDay, endsAt }: DateCard): string => dayOf(allDay ? new Date(+endsAt - 1) : endsAt);

const hoursOf = (ctx: Context, date: DateCard): string => {
  const days = [isoDay(date.startsAt), lastDay(date)] as const;
  if (days[0] !== days[1]) return period(ctx, days[0], days[1]);
  return date.allDay ? say(ctx)("allDay") : time(ctx, date.startsAt, date.endsAt);
};

const whenOf = (ctx: Context, date: DateCard): string =>
  date.allDay
    ? period(ctx, isoDay(date.startsAt), lastDay(date))
    : dayAndTime(ctx, date.startsAt, +date.endsAt === +date.startsAt ? null : date.endsAt);

/** One line below the title: when, where, who, what it costs. */
export const dateLine = (ctx: Context, date: DateCard) => (
  <>
    {date.canceledAt && (
      <>
        <State kind="no">{say(ctx)("canceled")}</State>
        {" · "}
      </>
    )}
    {[hoursOf(ctx, date), date.whereText, date.organization, date.admission].filter(Boolean).join(" · ")}
  </>
);

const Dates = ({ ctx, dates }: { ctx: Context; dates: readonly DateCard[] }) => (
  <DateList
    ctx={ctx}
    events={dates.map((date) => ({
      when: date.startsAt,
      title: date.title,
      href: paths.date(date.slug),
      text: dateLine(ctx, date),
    }))}
  />
);

const byMonth = (dates: readonly DateCard[]): ReadonlyMap<string, readonly DateCard[]> =>
  Map.groupBy(dates, ({ startsAt }) => isoDay(startsAt).slice(0, 7));

export type Chosen = {
  readonly month?: string | undefined;
  readonly organization?: string | undefined;
  readonly accessibility: readonly string[];
};

const address = ({ month: chosen, organization, accessibility }: Chosen): string => {
  const parameters = new URLSearchParams();
  if (chosen) parameters.set("monat", chosen);
  if (organization) parameters.set("organisation", organization);
  for (const code of accessibility) parameters.append("barrierefrei", code);
  return parameters.size === 0 ? paths.calendar : `${paths.calendar}?${parameters}`;
};

type CalendarProps = {
  readonly ctx: Context;
  readonly dates: readonly DateCard[];
  readonly chosen: Chosen;
  readonly months: readonly string[];
  readonly hosts: readonly { readonly slug: string; readonly name: string }[];
  /** There are more than are shown. */
  readonly cut: boolean;
  readonly origin: string;
};

const Months = ({ ctx, chosen, months }: Pick<CalendarProps, "ctx" | "chosen" | "months">) => {
  const shown = chosen.month && !months.includes(chosen.month) ? [chosen.month, ...months] : months;
  const views = [
    { href: address({ ...chosen, month: undefined }), label: say(ctx)("allAhead"), current: !chosen.month },
    ...shown.map((name) => ({
      href: address({ ...chosen, month: name }),
      label: month(ctx, `${name}-01`),
      current: chosen.month === name,
    })),
  ];
  return <Views ctx={ctx} views={views} />;
};

const Filters = ({ ctx, chosen, hosts }: Pick<CalendarProps, "ctx" | "chosen" | "hosts">) => (
  <Form
    ctx={ctx}
    action={paths.calendar}
    method="get"
    submit={say(ctx)("filter")}
    form={filledWith({ organisation: chosen.organization, barrierefrei: chosen.accessibility })}
    narrow
  >
    {chosen.month && <input type="hidden" name="monat" value={chosen.month} />}
    <Select
      name="organisation"
      label={say(ctx)("organization")}
      blank={say(ctx)("everyone")}
      options={hosts.map(({ slug, name }) => ({ value: slug, label: name }))}
      optional
    />
    <More summary={say(ctx)("accessibility")} open={chosen.accessibility.length > 0}>
      <CheckboxGroup
        name="barrierefrei"
        label={say(ctx)("accessibility")}
        options={options(accessibilities, (code) => accessibilityName(ctx, code))}
        optional
      />
    </More>
  </Form>
);

const Nothing = ({ ctx }: { ctx: Context }) => (
  <Empty heading={say(ctx)("none")}>
    <p>{say(ctx)("noneText")}</p>
    <Actions>
      <ButtonLink href={paths.calendar}>{say(ctx)("withoutFilter")}</ButtonLink>
      <a href={paths.ask}>{say(ctx)("ask")}</a>
    </Actions>
  </Empty>
);

const Subscribe = ({ ctx, chosen, origin }: Pick<CalendarProps, "ctx" | "chosen" | "origin">) => {
  const file = chosen.organization ? paths.organizationCalendar(chosen.organization) : paths.calendarFile;
  return (
    <>
      <p>
        <a href={`${origin.replace(/^https?:/u, "webcal:")}${file}`}>
          {say(ctx)(chosen.organization ? "feedOfOne" : "feed")}
        </a>
      </p>
      <p class="al-soft al-small">
        {say(ctx)("feedHint")} <a href={file}>{`${origin}${file}`}</a>
      </p>
    </>
  );
};

/** The calendar of the town: what is ahead, month by month. */
export const CalendarPage = (props: CalendarProps) => {
  const { ctx, dates, cut } = props;
  return (
    <>
      <Title heading={say(ctx)("calendar")} lead={say(ctx)("calendarLead")} />
      <Months {...props} />
      <div class="al-section">
        <SideBySide side={<Filters {...props} />}>
          {dates.length === 0 && <Nothing ctx={ctx} />}
          {[...byMonth(dates)].map(([name, inMonth], index) => (
            <Section
              id={`monat-${name}`}
              heading={month(ctx, `${name}-01`)}
              space={index === 0 ? "none" : "wide"}
            >
              <Dates ctx={ctx} dates={inMonth} />
            </Section>
          ))}
          {cut && <p class="al-soft">{say(ctx)("more", { n: dates.length })}</p>}
          <div class="al-section al-stack">
            <Subscribe {...props} />
            {may.announce(ctx) && (
              <p>
                <a href={hostsOf(ctx.actor) === "everywhere" ? paths.deskDates : paths.mineDates}>
                  {say(ctx)("announce")}
                </a>
              </p>
            )}
          </div>
        </SideBySide>
      </div>
    </>
  );
};

const Host = ({ date }: { date: DateCard }) =>
  date.organizationSlug ? <a href={paths.organization(date.organizationSlug)}>{date.organization}</a> : null;

const Others = ({ others }: Pick<DateProps, "others">) =>
  others.map(({ name, slug }, index) => [index > 0 && ", ", <a href={paths.organization(slug)}>{name}</a>]);

type DateProps = {
  readonly ctx: Context;
  readonly date: DateCard;
  readonly next: readonly DateCard[];
  /** Whose own calendars show it as well. */
  readonly others: readonly { readonly name: string; readonly slug: string }[];
};

/** One date with everything one needs to get there. */
export const DatePage = ({ ctx, date, next, others }: DateProps) => {
  const words = say(ctx);
  const edit = hostsOf(ctx.actor) === "everywhere" ? paths.deskDates : paths.mineDates;
  return (
    <>
      <article class="al-stack">
        <Title heading={date.title} kind={whenOf(ctx, date)} />
        {date.canceledAt && <Notice ctx={ctx} kind="warning" heading={words("canceledText")} />}
        {!date.canceledAt && date.endsAt < ctx.now && <p class="al-soft">{words("past")}</p>}
        <Pairs
          pairs={[
            [words("when"), whenOf(ctx, date)],
            [words("where"), [date.whereText, date.postcode].filter(Boolean).join(", ")],
            [words("who"), date.organization && <Host date={date} />],
            [words("alsoIn"), others.length > 0 && <Others others={others} />],
            [words("admission"), date.admission],
            [words("barriers"), date.accessibility.map((code) => accessibilityName(ctx, code)).join(", ")],
          ]}
        />
        {date.body && <Prose html={renderMarkdown(date.body)} lang="de" />}
        <Actions>
          {date.publishedAt && (
            <ButtonLink href={paths.dateFile(date.slug)} kind="secondary">
              {words("addToCalendar")}
            </ButtonLink>
          )}
          {date.keptPath !== "" && <a href={date.keptPath}>{words("moreThere")}</a>}
          {date.keptPath === "" && may.change(ctx, date) && (
            <a href={`${edit}/${date.id}`}>{words("edit")}</a>
          )}
        </Actions>
      </article>
      {next.length > 0 && (
        <Section
          id="weitere"
          heading={words("next")}
          link={{ href: paths.calendar, label: words("calendar") }}
        >
          <Dates ctx={ctx} dates={next} />
        </Section>
      )}
    </>
  );
};
