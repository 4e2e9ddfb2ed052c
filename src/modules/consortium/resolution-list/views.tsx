import type { Context } from "#core/context.ts";
import { filledWith } from "#core/input.ts";
import { paths } from "#modules/consortium/paths.ts";
import { say as resolution } from "#modules/consortium/resolutions/messages.ts";
import { pageSize, type ResolutionRow, type Search } from "#modules/consortium/resolutions/queries.ts";
import { ResolutionItems } from "#modules/consortium/resolutions/views.tsx";
import { Select } from "#ui/choices.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { Pager } from "#ui/pager.tsx";
import { say } from "./messages.ts";

type Props = {
  readonly ctx: Context;
  readonly search: Search;
  readonly found: { readonly total: number; readonly rows: readonly ResolutionRow[] };
  readonly years: readonly number[];
};

const addressOf = ({ words, year }: Search, page: number): string =>
  `${paths.resolutions}?${new URLSearchParams({
    ...(words === "" ? {} : { wort: words }),
    ...(year === undefined ? {} : { jahr: String(year) }),
    seite: String(page),
  })}`;

const Searching = ({ ctx, search, years }: Props) => {
  const words = say(ctx);
  return (
    <Form
      ctx={ctx}
      action={paths.resolutions}
      method="get"
      form={filledWith({ wort: search.words, jahr: search.year })}
      submit={words("search")}
      quiet
    >
      <TextField name="wort" label={words("words")} hint={words("wordsHint")} maximum={100} optional />
      <Select
        name="jahr"
        label={words("inYear")}
        blank={words("everyYear")}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        optional
      />
    </Form>
  );
};

/** The resolutions that match, year by year. */
export const ListView = (props: Props) => {
  const { ctx, search, found, years } = props;
  const words = say(ctx);
  const narrowed = search.words !== "" || search.year !== undefined;
  return (
    <Stack wide>
      <Title heading={resolution(ctx)("heading")} lead={words("lead")} />
      {years.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Searching {...props} />
      )}
      {narrowed && found.total > 0 && (
        <p role="status">
          {words("found", { n: found.total })} <a href={paths.resolutions}>{words("all")}</a>
        </p>
      )}
      {narrowed && found.total === 0 && years.length > 0 && (
        <Empty heading={words("nothing")}>
          <p>{words("nothingText")}</p>
          <p>
            <a href={paths.resolutions}>{words("all")}</a>
          </p>
        </Empty>
      )}
      {[...Map.groupBy(found.rows, ({ year }) => year)].map(([year, some]) => (
        <Section id={`jahr-${year}`} heading={words("year", { year })}>
          <ResolutionItems ctx={ctx} resolutions={some} />
        </Section>
      ))}
      <Pager
        ctx={ctx}
        page={search.page}
        size={pageSize}
        total={found.total}
        href={(page) => addressOf(search, page)}
      />
    </Stack>
  );
};
