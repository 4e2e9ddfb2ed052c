import type { Context } from "#core/context.ts";
import { asOf, time } from "#core/date.ts";
import type { DateCard } from "#modules/content/calendar/queries.ts";
import type { NewsCard } from "#modules/content/news/queries.ts";
import { paths as contentPaths } from "#modules/content/paths.ts";
import { paths as deskPaths } from "#modules/desk/paths.ts";
import { paths as opportunityPaths } from "#modules/opportunities/paths.ts";
import type { OpportunityCard } from "#modules/opportunities/queries.ts";
import { elsewhereOf, longOf, seatsOf, whenOf } from "#modules/opportunities/vocabulary.ts";
import { paths as organizationPaths } from "#modules/organizations/paths.ts";
import { ButtonLink } from "#ui/button.tsx";
import { DateList } from "#ui/dates.tsx";
import { Facts, Pairs } from "#ui/facts.tsx";
import { telephone } from "#ui/link.ts";
import { Doors, Empty, Front, Section, Stack, TwoColumns, Way } from "#ui/page.tsx";
import { ItemList, type Task, TaskList } from "#ui/task.tsx";
import { say } from "./messages.ts";
import type { Figures } from "./queries.ts";

const Question = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <Way
      id="weg"
      heading={words("way")}
      question={words("question")}
      answers={[
        { href: `${opportunityPaths.list}?rhythmus=once`, label: words("once") },
        { href: `${opportunityPaths.list}?rhythmus=weekly`, label: words("weekly") },
        { href: opportunityPaths.help, label: words("unsure"), hint: words("unsureHint") },
      ]}
    />
  );
};

const taskOf = (ctx: Context, offer: OpportunityCard): Task => {
  const { when, time: hours } = whenOf(ctx, offer);
  const where = elsewhereOf(ctx, offer.placeKind) ?? offer.townName;
  return {
    when,
    time: hours || undefined,
    title: offer.title,
    href: opportunityPaths.show(offer.slug),
    where: [offer.organization, where].filter(Boolean).join(" · "),
    long: longOf(ctx, offer),
    seats: seatsOf(ctx, offer),
  };
};

type NeededProps = {
  readonly ctx: Context;
  readonly offers: readonly OpportunityCard[];
  readonly total: number;
};

const Needed = ({ ctx, offers, total }: NeededProps) => {
  const words = say(ctx);
  return (
    <Section
      id="woche"
      heading={words("thisWeek")}
      link={{ href: opportunityPaths.list, label: words("allOffers", { n: total }) }}
    >
      {offers.length > 0 ? (
        <TaskList tasks={offers.map((offer) => taskOf(ctx, offer))} />
      ) : (
        <Empty heading={words("noneThisWeek")}>
          <p>{words("noneThisWeekText")}</p>
        </Empty>
      )}
    </Section>
  );
};

const Others = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  const doors = [
    {
      heading: words("clubs"),
      text: words("clubsText"),
      link: { href: contentPaths.page("fuer-organisationen"), label: words("clubsLink") },
    },
    {
      heading: words("services"),
      text: words("servicesText"),
      link: { href: organizationPaths.services, label: words("servicesLink") },
    },
    {
      heading: words("map"),
      text: words("mapText"),
      link: { href: organizationPaths.map, label: words("mapLink") },
    },
  ];
  return (
    <section class="al-section" aria-labelledby="andere">
      <h2 id="andere" class="al-hidden">
        {words("others")}
      </h2>
      <Doors doors={doors} />
    </section>
  );
};

const Ahead = ({ ctx, dates }: { readonly ctx: Context; readonly dates: readonly DateCard[] }) => {
  const words = say(ctx);
  const events = dates.map(({ startsAt, endsAt, allDay, title, slug, whereText, admission }) => ({
    when: startsAt,
    title,
    href: contentPaths.date(slug),
    text: [allDay ? "" : time(ctx, startsAt, endsAt), whereText, admission].filter(Boolean).join(" · "),
  }));
  return (
    <Section
      id="termine"
      heading={words("ahead")}
      link={{ href: contentPaths.calendar, label: words("calendar") }}
      space="none"
    >
      {events.length > 0 ? <DateList ctx={ctx} events={events} /> : <Empty heading={words("nothingAhead")} />}
    </Section>
  );
};

const Talk = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  const { officePeople, officePhone, officeStreet, openingHours } = ctx.place;
  return (
    <Section id="beratung" heading={words("talk")} space="none">
      <Stack>
        <p>{officePeople ? words("talkText", { people: officePeople }) : words("talkNobody")}</p>
        <Pairs
          pairs={[
            [words("phone"), officePhone && <a href={telephone(officePhone)}>{officePhone}</a>],
            [words("onSite"), [openingHours, officeStreet].filter(Boolean).join(", ")],
          ]}
        />
        <ButtonLink href={`${deskPaths.ask}?thema=callback`} kind="secondary">
          {words("callback")}
        </ButtonLink>
      </Stack>
    </Section>
  );
};

const News = ({ ctx, news }: { readonly ctx: Context; readonly news: readonly NewsCard[] }) => {
  const words = say(ctx);
  return (
    <Section id="neues" heading={words("news")} link={{ href: contentPaths.news, label: words("allNews") }}>
      <ItemList
        items={news.map(({ title, slug, lead }) => ({
          title,
          href: contentPaths.newsItem(slug),
          text: lead,
        }))}
      />
    </Section>
  );
};

const Numbers = ({ ctx, figures }: { readonly ctx: Context; readonly figures: Figures }) => {
  const words = say(ctx);
  const { organizations, described, offers, consulted, placed, stayed, unreached } = figures;
  const facts = [
    ...(consulted > 0
      ? [
          { value: consulted, sentence: words("consulted", { n: consulted }) },
          { value: placed, sentence: words("placed", { n: placed }) },
          {
            value: stayed,
            sentence: unreached > 0 ? words("stayedUnknown", { n: unreached }) : words("stayed"),
          },
        ]
      : [{ value: offers, sentence: words("offers", { n: offers }) }]),
    {
      value: organizations,
      sentence: `${words("organizations", { n: organizations })} ${words("described", { n: described })}`,
    },
  ];
  return (
    <Section id="zahlen" heading={words("figures")} aside={asOf(ctx, ctx.now)}>
      <Facts facts={facts} />
    </Section>
  );
};

export type HomeProps = {
  readonly ctx: Context;
  readonly lead: string;
  readonly offers: readonly OpportunityCard[];
  readonly dates: readonly DateCard[];
  readonly news: readonly NewsCard[];
  readonly figures: Figures;
};

/** What is needed this week, the way in for those who want to help, what is on, and numbers that are true. */
export const HomePage = ({ ctx, lead, offers, dates, news, figures }: HomeProps) => (
  <>
    <Front name={ctx.place.name} nameSorbian={ctx.place.sorbianName ?? undefined} lead={lead}>
      <Question ctx={ctx} />
    </Front>
    <Needed ctx={ctx} offers={offers} total={figures.offers} />
    <Others ctx={ctx} />
    <section class="al-section">
      <TwoColumns>
        <Ahead ctx={ctx} dates={dates} />
        <Talk ctx={ctx} />
      </TwoColumns>
    </section>
    {news.length > 0 && <News ctx={ctx} news={news} />}
    <Numbers ctx={ctx} figures={figures} />
  </>
);
