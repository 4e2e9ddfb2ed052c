import type { Context } from "#core/context.ts";
import { dayWithYear } from "#core/date.ts";
import type { Report } from "#methods/report.ts";
import { standOf } from "#modules/surveys/documents/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import type { SurveyRow } from "#modules/surveys/queries.ts";
import type { ReleaseRow } from "#modules/surveys/releases/queries.ts";
import type { Threads as Tied } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { Notice } from "#ui/notice.tsx";
import { Empty, Section, Stack, Title } from "#ui/page.tsx";
import { ReportBlock } from "#ui/report.tsx";
import { ItemList } from "#ui/task.tsx";
import { say } from "./messages.ts";

type Base = { readonly ctx: Context; readonly survey: SurveyRow };

type ListProps = Base & { readonly releases: readonly ReleaseRow[] };

const List = ({ ctx, survey, releases }: ListProps) => {
  const words = say(ctx);
  return (
    <ItemList
      items={releases.map((release) => ({
        title: words("release", { n: release.number ?? 0, stand: standOf(ctx, release) }),
        href: paths.release(survey.slug, release.number ?? 0),
        text:
          release.publishedAt &&
          words("publishedOn", {
            date: dayWithYear(ctx, release.publishedAt),
            author: release.author || ctx.place.name,
          }),
      }))}
    />
  );
};

/** Every published release of a survey, newest first. */
export const ResultsView = ({ ctx, survey, releases }: ListProps) => {
  const words = say(ctx);
  return (
    <>
      <Title kind={survey.title} heading={words("heading")} />
      {releases.length === 0 ? (
        <Empty heading={words("none")}>
          <p>{words("noneText")}</p>
        </Empty>
      ) : (
        <List ctx={ctx} survey={survey} releases={releases} />
      )}
      <p>
        <a href={paths.answer(survey.slug)}>{words("answer")}</a>
      </p>
    </>
  );
};

export type Finding = { readonly id: string; readonly question: string; readonly threads: Tied };

type ReleaseProps = Base & {
  readonly release: ReleaseRow;
  readonly report: Report;
  readonly findings: readonly Finding[];
  readonly threads: Tied;
  readonly newest: ReleaseRow | undefined;
  readonly others: readonly ReleaseRow[];
};

const Files = ({ ctx, survey, release }: Base & { readonly release: ReleaseRow }) => {
  const words = say(ctx);
  const number = release.number ?? 0;
  return (
    <ul>
      <li>
        {release.fileId ? (
          <a href={paths.releaseFile(survey.slug, number, "pdf")}>{words("paper")}</a>
        ) : (
          words("paperSoon")
        )}
      </li>
      <li>
        <a href={paths.releaseFile(survey.slug, number, "csv")}>{words("tables")}</a>
      </li>
      <li>
        <a href={paths.releaseFile(survey.slug, number, "json")}>{words("data")}</a>
      </li>
    </ul>
  );
};

/** Figures of a release, each question with the threads that lead to it and on from it. */
export const Figures = ({ ctx, report, findings }: Pick<ReleaseProps, "ctx" | "report" | "findings">) => (
  <Stack wide>
    {report.blocks.map((block, index) => {
      const finding = findings.find(({ question }) => block.key === `question/${question}`);
      return (
        <>
          <ReportBlock ctx={ctx} block={block} pictures={new Map()} id={`teil-${index + 1}`} />
          {finding && (
            <Threads ctx={ctx} thing={{ kind: "releaseFinding", id: finding.id }} threads={finding.threads} />
          )}
        </>
      );
    })}
  </Stack>
);

/** One release: what was published on a day, and stays as it was. */
export const ReleaseView = (props: ReleaseProps) => {
  const { ctx, survey, release, report, newest, others, threads } = props;
  const words = say(ctx);
  return (
    <>
      <Title
        kind={words("release", { n: release.number ?? 0, stand: report.stand })}
        heading={report.title}
        lead={
          release.publishedAt &&
          words("publishedOn", { date: dayWithYear(ctx, release.publishedAt), author: report.author })
        }
      />
      {newest && newest.number !== release.number && (
        <Notice ctx={ctx} heading={words("later")}>
          <p>
            <a href={paths.release(survey.slug, newest.number ?? 0)}>
              {words("laterText", { stand: standOf(ctx, newest) })}
            </a>
          </p>
        </Notice>
      )}
      <Stack wide>
        <Files ctx={ctx} survey={survey} release={release} />
        <Figures {...props} />
      </Stack>
      <Threads ctx={ctx} thing={{ kind: "surveyRelease", id: release.id }} threads={threads} />
      <Section id="pruefsumme" heading={words("check")}>
        <p>{words("checkText")}</p>
        <p>
          <code class="al-hash">{release.contentHash}</code>
        </p>
      </Section>
      {others.length > 1 && (
        <Section id="alle" heading={words("all")}>
          <List ctx={ctx} survey={survey} releases={others} />
        </Section>
      )}
    </>
  );
};
