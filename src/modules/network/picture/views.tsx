import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import { counted, Key, Picture } from "#modules/network/drawing/views.tsx";
import { paths } from "#modules/network/paths.ts";
import { cooperationKindName, cooperationKinds } from "#modules/network/vocabulary.ts";
import { ActorTable, Matrix, Trend } from "#modules/network/year-tables/views.tsx";
import { YearSentences } from "#modules/network/year-words/views.tsx";
import { say } from "#modules/network/years/messages.ts";
import { type Look, listRows, type Seen, type Year } from "#modules/network/years/queries.ts";
import { fieldName } from "#modules/organizations/vocabulary.ts";
import { Select } from "#ui/choices.tsx";
import { Form } from "#ui/form.tsx";
import { Actions, Empty, Section, Stack, Title, TwoColumns } from "#ui/page.tsx";

type Props = { readonly ctx: Context; readonly seen: Seen; readonly look: Look };

/** Beyond this the whole picture is a tangle: one organization is drawn, the rest stands in tables. */
const mostDrawn = 150;

// Names of formats are the same in every language.
const files = [
  ["verbindungen.csv", "CSV"],
  ["netzwerk.graphml", "GraphML"],
  ["netzwerk.gexf", "GEXF (Gephi)"],
  ["kumu.json", "Kumu"],
  ["netzwerk.jsonld", "JSON-LD"],
] as const;

const address = (look: Look, change: Look): string => {
  const all = { ...look, ...change };
  const fields = [
    ["jahr", all.year],
    ["vergleich", all.beside],
    ["art", all.kind],
    ["feld", all.field],
    ["organisation", all.organization],
  ].filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(fields.map(([name, value]) => [String(name), String(value)]));
  return fields.length > 0 ? `${paths.picture}?${query}` : paths.picture;
};

const OneYear = (
  props: Props & { readonly year: Year; readonly since: number; readonly before?: Year | undefined },
) => {
  const { ctx, seen, year, since } = props;
  const words = say(ctx);
  return (
    <Section
      id={`jahr-${year.year}`}
      heading={words("yearHeading", { year: String(year.year), ...counted(ctx, year) })}
    >
      <YearSentences ctx={ctx} seen={seen} year={year} since={since} />
      {seen.network.actors.length > mostDrawn ? <p>{words("many")}</p> : <Picture {...props} />}
    </Section>
  );
};

const Years = ({ ctx, seen, look }: Props) => (
  <nav class="al-years" aria-label={say(ctx)("years")}>
    {seen.years.map((year) => (
      <a href={address(look, { year })} aria-current={year === seen.now.year ? "page" : undefined}>
        {year}
      </a>
    ))}
  </nav>
);

const Choice = ({ ctx, seen, look }: Props) => {
  const words = say(ctx);
  return (
    <Form ctx={ctx} method="get" action={paths.picture} submit={words("apply")} label={words("filter")} quiet>
      <Select
        name="jahr"
        label={words("col_year")}
        blank={false}
        options={seen.years.map((year) => ({ value: String(year), label: String(year) }))}
        value={String(seen.now.year)}
      />
      <Select
        name="vergleich"
        label={words("beside")}
        blank={words("besideNone")}
        options={seen.years.map((year) => ({ value: String(year), label: String(year) }))}
        value={look.beside === undefined ? "" : String(look.beside)}
        optional
      />
      <Select
        name="art"
        label={words("kind")}
        blank={words("any")}
        options={cooperationKinds.map((kind) => ({ value: kind, label: cooperationKindName(ctx, kind) }))}
        value={look.kind ?? ""}
        optional
      />
      <Select
        name="feld"
        label={words("field")}
        blank={words("any")}
        options={seen.fields.map((field) => ({ value: field, label: fieldName(ctx, field) }))}
        value={look.field ?? ""}
        optional
      />
      <Select
        name="organisation"
        label={words("ego")}
        blank={words("any")}
        options={seen.everybody.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={look.organization ?? ""}
        optional
      />
    </Form>
  );
};

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
  if (!since || !now || seen.filtered || seen.years.length < 2) return say(ctx)("leadOne");
  return say(ctx)("lead", { first: since.pairs, since: since.on.slice(0, 4), now: now.pairs });
};

/** The network of the town through time: sentences, picture, tables. */
export const NetworkView = (props: Props) => {
  const { ctx, seen, look } = props;
  const { now, beside, years, months } = seen;
  const words = say(ctx);
  const first = years[0] ?? now.year;
  if (seen.everybody.length === 0)
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
      <Title
        heading={seen.ego ? words("egoHeading", { name: seen.ego.name }) : words("heading")}
        lead={leadOf(props)}
      >
        {seen.filtered && (
          <p>
            <a href={address({}, { year: look.year })}>{words("whole")}</a>
          </p>
        )}
      </Title>
      <Years {...props} />
      {beside ? (
        <div class="al-nets">
          <OneYear {...props} year={beside} since={beside.year} />
          <OneYear {...props} year={now} since={beside.year} before={beside} />
        </div>
      ) : (
        <OneYear {...props} year={now} since={first} />
      )}
      <div>
        <Key ctx={ctx} />
        <p class="al-soft">
          {words("keyText")} {beside && words("keyFresh", { year: String(beside.year) })}
        </p>
        <p class="al-soft">{words("stand", { day: dayWithYear(ctx, now.on) })}</p>
      </div>
      <details class="al-more">
        <summary>{words("filter")}</summary>
        <Choice {...props} />
      </details>
      <details class="al-more">
        <summary>{words("table")}</summary>
        <ActorTable ctx={ctx} year={now} rows={listRows(seen.network, now)} />
      </details>
      <TwoColumns>
        <Section id="zwischen" heading={words("matrix", { year: String(now.year) })}>
          <Matrix ctx={ctx} now={now} before={beside} />
        </Section>
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
      </TwoColumns>
      {months.length > 0 && !seen.filtered && (
        <Section id="verlauf" heading={words("trend")}>
          <Trend ctx={ctx} years={yearsIn(months)} />
          <p class="al-soft">{words("trendText")}</p>
        </Section>
      )}
    </Stack>
  );
};
