import { allow, found } from "#core/errors.ts";
import { idIn, type Page, routes } from "#core/web.ts";
import { phasesOf } from "#modules/participation/listing/queries.ts";
import { say as common } from "#modules/participation/messages.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess, listPhases } from "#modules/participation/queries.ts";
import { say } from "./messages.ts";
import { figuresOf, listForOffice } from "./queries.ts";
import { ListView, OverviewView } from "./views.tsx";

const list = async (page: Page) => {
  const { ctx } = page.var;
  allow(may.run(ctx));
  const processes = await listForOffice(ctx);
  const phases = await phasesOf(
    ctx,
    processes.map(({ id }) => id),
  );
  return page.render(
    <ListView ctx={ctx} processes={processes} phases={phases} notice={page.req.query("hinweis")} />,
    { title: say(ctx)("heading"), area: "office" },
  );
};

const overview = async (page: Page) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  return page.render(
    <OverviewView
      ctx={ctx}
      formKey={formKey}
      process={process}
      phases={await listPhases(ctx, process.id)}
      figures={await figuresOf(ctx, process.id)}
      notice={page.req.query("hinweis")}
    />,
    {
      title: process.title,
      area: "office",
      crumbs: [{ href: paths.register, label: common(ctx)("office") }],
    },
  );
};

/** `/buero/beteiligung`: all processes, and one as an overview. */
export const pages = routes().get("/", list).get("/:id", overview);
