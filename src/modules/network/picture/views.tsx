import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { addressOf, Candidates, Choice, sourcesOf } from "#modules/network/choosing/views.tsx";
import { counted, Key, Picture } from "#modules/network/drawing/views.tsx";
import { paths } from "#modules/network/paths.ts";
import { ActorTable, Matrix, Trend } from "#modules/network/year-tables/views.tsx";
import { YearSentences } from "#modules/network/year-words/views.tsx";
import { say } from "#modules/network/years/messages.ts";
import type { Look, Seen, Year } from "#modules/network/years/queries.ts";
import { Actions, Empty, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";

type Props = { readonly ctx: Context; readonly seen: Seen; readonly look: Look };

// Names of formats are the same in every language.
const files = [
  ["verbindungen.csv", "CSV"],
  ["netzwerk.graphml", "GraphML"],
  ["netzwerk.gexf", "GEXF (Gephi)"],
  ["kumu.json", "Kumu"],
  ["netzwerk.jsonld", "JSON-LD"],
] as const;

const OneYear = (
  props: Props & { readonly year: Year; readonly since: number; readonly before?: Year | undefined },
) => {
  const { ctx, seen, look, year, since } = props;
  const words = say(ctx);
  return (
    <Section
      id={`jahr-${year.year}`}
      space="none"
      heading={words("yearHeading", { year: String(year.year), ...counted(ctx, year) })}
    >
      <div data-part="sentences">
        <YearSentences ctx={ctx} seen={seen} year={year} since={since} />
      </div>
      <Picture {...props} script={sourcesOf(look)} />
    </Section>
  );
};

const Years = ({ ctx, seen, look }: Props) => (
  <nav class="al-years" data-part="years" aria-label={say(ctx)("years")}>
    {seen.drawing.years.map((year) => (
      <a href={addressOf({ ...look, year })} aria-current={year === seen.now.year ? "page" : undefined}>
        {year}
      </a>
    ))}
  </nav>
);

// The last measured month of each year.
const yearsIn = (months: Seen["months"]): Seen["months"] =>
  [...Map.groupBy(months, ({ on }) => on.slice(0, 4)).values()].flatMap((year) => {
    const last = year.at(-1);
    if (!last) return [];
    const sum = (of: "came" | "went") => year.reduce((all, month) => all + month[of], 0);
    return [{ ...last, came: sum("came"), went: sum("went") }];
  });

const leadOf = ({ ctx, seen }: Props): string => {
  const [since] = yearsIn(seen.months);
  const now = seen.months.at(-1);
  if (!since || !now || seen.filtered || seen.drawing.years.length < 2) return say(ctx)("leadOne");
  return say(ctx)("lead", { first: since.pairs, since: since.on.slice(0, 4), now: now.pairs });
};

const Heading = (props: Props) => {
  const { ctx, seen, look } = props;
  const words = say(ctx);
  return (
    <Title
      heading={seen.ego ? words("egoHeading", { name: seen.ego[1] }) : words("heading")}
      lead={leadOf(props)}
    >
      {seen.filtered && (
        <p class="al-actions">
          <a href={addressOf({ year: look.year })}>{words("whole")}</a>
        </p>
      )}
    </Title>
  );
};

const Pictures = (props: Props) => {
  const { ctx, seen } = props;
  const { now, beside, drawing } = seen;
  const words = say(ctx);
  return (
    <>
      <Years {...props} />
      {beside ? (
        <div class="al-nets">
          <OneYear {...props} year={beside} since={beside.year} />
          <OneYear {...props} year={now} since={beside.year} before={beside} />
        </div>
      ) : (
        <OneYear {...props} year={now} since={drawing.years[0] ?? now.year} />
      )}
      <div>
        <Key ctx={ctx} />
        <p class="al-soft">
          {words("keyText")} {beside && words("keyFresh", { year: String(beside.year) })}
        </p>
        <p class="al-soft" data-part="stand">
          {words("stand", { day: dayWithYear(ctx, now.on) })}
        </p>
      </div>
    </>
  );
};

const NotSaid = ({ ctx }: { readonly ctx: Context }) => {
  const words = say(ctx);
  return (
    <Section id="nicht-gesagt" heading={words("notSaid")}>
      <p>{words("notSaid1")}</p>
      <p>
        {words("notSaid2")} <a href={paths.ties}>{words("missing")}</a>
      </p>
      <p>
        <a href={paths.groups}>{words("groups")}</a>
      </p>
      <p>{words("data")}</p>
      <ul>
        {files.map(([file, name]) => (
          <li>
            <a href={paths.data(file)}>{name}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
};

const Tables = ({ ctx, seen }: Props) => {
  const { now, beside, months, filtered } = seen;
  const words = say(ctx);
  return (
    <>
      <details class="al-more">
        <summary>{words("table")}</summary>
        <div data-part="actors">
          <ActorTable ctx={ctx} year={now} />
        </div>
      </details>
      <TwoColumns>
        <Section id="zwischen" heading={words("matrix")}>
          <div data-part="matrix">
            <Matrix ctx={ctx} now={now} before={beside} />
          </div>
        </Section>
        <NotSaid ctx={ctx} />
      </TwoColumns>
      {months.length > 0 && !filtered && (
        <Section id="verlauf" heading={words("trend")}>
          <Trend ctx={ctx} years={yearsIn(months)} />
          <p class="al-soft">{words("trendText")}</p>
        </Section>
      )}
    </>
  );
};

/** The network of the town through time: sentences, picture, tables. */
export const NetworkView = (props: Props) => {
  const { ctx, seen } = props;
  const words = say(ctx);
  const isEmpty = seen.drawing.ties.length === 0;
  if (isEmpty && seen.drawing.actors.length === 0 && !seen.filtered)
    return (
      <Stack wide>
        <Title heading={words("heading")} lead={words("leadOne")} />
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
          <Actions>
            <a href={paths.ties}>{words("missing")}</a>
          </Actions>
        </Empty>
      </Stack>
    );
  return (
    <Stack wide>
      <Heading {...props} />
      <Candidates {...props} />
      {isEmpty ? <Empty heading={words("nothingFound")} /> : <Pictures {...props} />}
      <details class="al-more" open={isEmpty}>
        <summary>{words("filter")}</summary>
        <Choice {...props} />
      </details>
      {!isEmpty && <Tables {...props} />}
    </Stack>
  );
};
