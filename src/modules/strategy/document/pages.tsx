import { found } from "#core/errors.ts";
import { answerPaper } from "#core/paper.ts";
import { type Page, routes } from "#core/web.ts";
import { findResolution } from "#modules/consortium/resolutions/queries.ts";
import { paperFor } from "#modules/reports/printing/queries.ts";
import { isSealed } from "#modules/strategy/adoption/queries.ts";
import { listAmendments, livingStates } from "#modules/strategy/amendments/queries.ts";
import { findSuccessor } from "#modules/strategy/merging/queries.ts";
import { paths } from "#modules/strategy/paths.ts";
import {
  findVersion,
  findVersionByNumber,
  findVersionInForce,
  listParagraphs,
  listVersions,
  takesAmendments,
  type VersionRow,
} from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { say } from "./messages.ts";
import { asReport, compareTexts } from "./queries.ts";
import { ComparisonView, EasyView, NoneView, TextView } from "./views.tsx";

const crumbs = (page: Page) => [{ href: paths.text, label: say(page.var.ctx)("text") }];

const show = async (page: Page, version: VersionRow) => {
  const { ctx } = page.var;
  const paragraphs = await listParagraphs(ctx, version.id);
  const thing = { kind: "strategyVersion", id: version.id };
  const living = await listAmendments(ctx, { version: version.id, states: livingStates });
  const counts = Map.groupBy(living, ({ paragraphId }) => String(paragraphId));
  const resolution = version.resolutionId && (await findResolution(ctx, version.resolutionId));
  return page.render(
    <TextView
      ctx={ctx}
      version={version}
      paragraphs={paragraphs}
      open={takesAmendments(ctx, version)}
      sealed={isSealed(version, paragraphs)}
      resolution={resolution ? resolution.label : undefined}
      based={version.basedOnId ? await findVersion(ctx, version.basedOnId) : undefined}
      successor={version.state === "settling" ? await findSuccessor(ctx, version.id) : undefined}
      versions={await listVersions(ctx)}
      counts={new Map([...counts].map(([id, rows]) => [id, rows.length]))}
    >
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </TextView>,
    {
      ...publicProps(ctx, version.title),
      description: version.vision.slice(0, 200),
      hidden: version.state === "draft",
    },
  );
};

const numbered = async (page: Page): Promise<VersionRow> =>
  found(await findVersionByNumber(page.var.ctx, Number(page.req.param("number"))));

/** `/strategie/text`, `/fassungen/…`, `/leicht`: what holds, for everybody. */
export const pages = routes()
  .get("/text", async (page) => {
    const { ctx } = page.var;
    const version = await findVersionInForce(ctx);
    if (version) return show(page, version);
    return page.render(
      <NoneView ctx={ctx} versions={await listVersions(ctx)} />,
      publicProps(ctx, say(ctx)("text")),
    );
  })
  .get("/leicht", async (page) => {
    const { ctx } = page.var;
    return page.render(
      <EasyView ctx={ctx} version={await findVersionInForce(ctx)} />,
      publicProps(ctx, say(ctx)("easyHeading")),
    );
  })
  .get("/fassungen/:number{[0-9]{1,4}}", async (page) => show(page, await numbered(page)))
  .get("/fassungen/:number{[0-9]{1,4}}/strategie.pdf", async (page) => {
    const { ctx } = page.var;
    const version = await numbered(page);
    const report = asReport(ctx, version, await listParagraphs(ctx, version.id));
    const mark = (version.hash ?? "").slice(0, 16);
    const paper = await paperFor(ctx, report, { origin: page.get("origin"), mark });
    const name = `strategie-fassung-${version.number}.pdf`;
    return answerPaper(page, paper, { name, busy: say(ctx)("busy") });
  })
  .get("/fassungen/:number{[0-9]{1,4}}/vergleich", async (page) => {
    const { ctx } = page.var;
    const version = await numbered(page);
    const asked = Number(page.req.query("mit"));
    const other = found(
      asked > 0
        ? await findVersionByNumber(ctx, asked)
        : version.basedOnId && (await findVersion(ctx, version.basedOnId)),
    );
    const lines = compareTexts(await listParagraphs(ctx, other.id), await listParagraphs(ctx, version.id));
    return page.render(
      <ComparisonView ctx={ctx} version={version} other={other} lines={lines} />,
      publicProps(
        ctx,
        say(ctx)("compareHeading", { number: version.number, other: other.number }),
        crumbs(page),
      ),
    );
  });
