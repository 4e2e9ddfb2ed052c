import { found, NotFound } from "#core/errors.ts";
import { findFile } from "#core/files.ts";
import { type Page, routes, slugIn } from "#core/web.ts";
import { canonicalJson, reportCsv } from "#methods/report-data.ts";
import { reportOf } from "#modules/surveys/documents/queries.ts";
import { paths } from "#modules/surveys/paths.ts";
import { findPublicSurvey } from "#modules/surveys/queries.ts";
import { listFindings, listPublished } from "#modules/surveys/releases/queries.ts";
import { listThreads, listTied } from "#modules/threads/queries.ts";
import { say } from "./messages.ts";
import { ReleaseView, ResultsView } from "./views.tsx";

const surveyAt = async (page: Page) => found(await findPublicSurvey(page.get("ctx"), slugIn(page)));

const crumbs = (page: Page, survey: { slug: string; title: string }) => [
  { href: paths.listing, label: say(page.get("ctx"))("surveys") },
  { href: paths.answer(survey.slug), label: survey.title },
];

const shape = /^(?<number>\d{1,5})(?:\.(?<ending>pdf|csv|json))?$/u;

const releaseAt = async (page: Page) => {
  const ctx = page.get("ctx");
  const survey = await surveyAt(page);
  const parts = shape.exec(page.req.param("number") ?? "")?.groups;
  const all = await listPublished(ctx, survey.id);
  const release = found(all.find(({ number }) => number === Number(parts?.["number"])));
  return { ctx, survey, all, release, content: found(release.content), ending: parts?.["ending"] };
};

type Found = Awaited<ReturnType<typeof releaseAt>>;

const handOut = async (page: Page, { ctx, survey, release, content, ending }: Found) => {
  const name = `${survey.slug}-${release.number}.${ending}`;
  const headers = {
    "content-disposition": `inline; filename="${name}"`,
    "x-content-type-options": "nosniff",
  };
  if (ending === "json")
    return page.body(canonicalJson(content), 200, {
      ...headers,
      "content-type": "application/json; charset=utf-8",
    });
  if (ending === "csv")
    return page.body(reportCsv(await reportOf(ctx, survey, release, content)), 200, {
      ...headers,
      "content-type": "text/csv; charset=utf-8",
    });
  const kept = release.fileId ? await findFile(ctx, release.fileId) : undefined;
  if (!kept) throw new NotFound();
  return page.body(new Uint8Array(kept.bytes), 200, { ...headers, "content-type": kept.mediaType });
};

const show = async (page: Page, { ctx, survey, all, release, content }: Found) => {
  const findings = await listFindings(ctx, release.id);
  const tied = await listTied(
    ctx,
    "releaseFinding",
    findings.map(({ id }) => id),
  );
  // Few questions of a release are tied to anything, and one connection answers one after the other anyway.
  const withThreads = await Promise.all(
    findings
      .filter(({ id }) => tied.has(id))
      .map(async ({ id, question }) => ({
        id,
        question,
        threads: await listThreads(ctx, { kind: "releaseFinding", id }),
      })),
  );
  const report = await reportOf(ctx, survey, release, content);
  return page.render(
    <ReleaseView
      ctx={ctx}
      survey={survey}
      release={release}
      report={report}
      findings={withThreads}
      threads={await listThreads(ctx, { kind: "surveyRelease", id: release.id })}
      newest={all[0]}
      others={all}
    />,
    {
      title: report.title,
      crumbs: [...crumbs(page, survey), { href: paths.results(survey.slug), label: say(ctx)("heading") }],
    },
  );
};

/** `/umfragen/:slug/ergebnisse`: what was published, each release at an address that never changes. */
export const pages = routes()
  .get("/:slug/ergebnisse", async (page) => {
    const ctx = page.get("ctx");
    const survey = await surveyAt(page);
    return page.render(
      <ResultsView ctx={ctx} survey={survey} releases={await listPublished(ctx, survey.id)} />,
      {
        title: say(ctx)("heading"),
        crumbs: crumbs(page, survey),
      },
    );
  })
  .get("/:slug/ergebnisse/:number", async (page) => {
    const release = await releaseAt(page);
    return release.ending ? handOut(page, release) : show(page, release);
  });
