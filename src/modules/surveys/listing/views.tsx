import type { Context } from "#core/context.ts";
import { dayOnly } from "#core/date.ts";
import { paths } from "#modules/surveys/paths.ts";
import { isOpen, type SurveyRow } from "#modules/surveys/queries.ts";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type ListingProps = {
  readonly ctx: Context;
  readonly surveys: readonly SurveyRow[];
  readonly releases: ReadonlyMap<SurveyRow["id"], number>;
};

const whenOf = (ctx: Context, survey: SurveyRow): string => {
  const words = say(ctx);
  const end = survey.closedAt ?? survey.closesAt;
  if (!isOpen(ctx, survey)) return end ? words("ended", { date: dayOnly(ctx, end) }) : words("closed");
  const when = survey.closesAt
    ? words("until", { date: dayOnly(ctx, new Date(+survey.closesAt - 1)) })
    : words("endless");
  return survey.access === "codes" ? `${when} · ${words("withCode")}` : when;
};

const Surveys = ({ ctx, surveys, releases }: ListingProps) => (
  <ItemList
    items={surveys.map((survey) => {
      const n = releases.get(survey.id) ?? 0;
      return {
        title: survey.title,
        href: paths.answer(survey.slug),
        kind: `${survey.organization ?? ctx.place.name} · ${whenOf(ctx, survey)}`,
        text: survey.words || undefined,
        end: n > 0 ? <a href={paths.results(survey.slug)}>{say(ctx)("releases", { n })}</a> : undefined,
      };
    })}
  />
);

/** The surveys that run, then those that are over, with what came of them. */
export const ListingView = ({ ctx, surveys, releases }: ListingProps) => {
  const words = say(ctx);
  const running = surveys.filter((survey) => isOpen(ctx, survey));
  const closed = surveys.filter((survey) => !isOpen(ctx, survey));
  return (
    <Stack wide>
      <Title heading={words("heading")} lead={words("lead")} />
      {running.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <Section id="laufend" heading={words("running")}>
          <Surveys ctx={ctx} surveys={running} releases={releases} />
        </Section>
      )}
      {closed.length > 0 && (
        <Section id="beendet" heading={words("closed")}>
          <Surveys ctx={ctx} surveys={closed} releases={releases} />
        </Section>
      )}
    </Stack>
  );
};
