import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import {
  ClusterInput,
  changeCluster,
  mergeClusters,
  removeCluster,
} from "#modules/workshops/clusters/commands.ts";
import { findCluster, listClusterCards, listClusters } from "#modules/workshops/clusters/queries.ts";
import { countDotGivers, countDots, noDots } from "#modules/workshops/dots/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findPublicWorkshop, findWorkshop } from "#modules/workshops/queries.ts";
import { listClusterSteps } from "#modules/workshops/steps/queries.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { OfficeThemeView, ThemeView } from "./views.tsx";

/** `/werkstaetten/:slug/themen/:cluster`: one theme, with everything that led to it and came of it. */
export const publicPages = routes().get("/:slug/themen/:cluster", async (page) => {
  const ctx = page.get("ctx");
  const workshop = found(await findPublicWorkshop(ctx, slugIn(page)));
  const cluster = found(await findCluster(ctx, idIn<"cardCluster">(page, "cluster")));
  found(cluster.workshopId === workshop.id ? cluster : undefined);
  const thing = { kind: "cardCluster", id: cluster.id };
  return page.render(
    <>
      <ThemeView
        ctx={ctx}
        cluster={cluster}
        cards={await listClusterCards(ctx, cluster.id)}
        dots={(await countDots(ctx, workshop.id)).get(cluster.id) ?? noDots}
        base={(await countDotGivers(ctx, workshop.id)).get(cluster.phaseId)}
        steps={await listClusterSteps(ctx, cluster.id)}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    { title: cluster.title, crumbs: [{ href: paths.show(workshop.slug), label: workshop.title }] },
  );
});

const clusterIn = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  const cluster = found(await findCluster(ctx, idIn<"cardCluster">(page, "cluster")));
  found(cluster.workshopId === workshop.id ? cluster : undefined);
  return { ctx, workshop, cluster };
};

type Problem = { readonly form?: Filled; readonly refusal?: "same" | "used" };

const show = async (page: Page, problem: Problem = {}) => {
  const { ctx, workshop, cluster } = await clusterIn(page);
  const thing = { kind: "cardCluster", id: cluster.id };
  return page.render(
    <>
      <OfficeThemeView
        ctx={ctx}
        formKey={page.get("formKey")}
        cluster={cluster}
        others={(await listClusters(ctx, cluster.phaseId)).filter(({ id }) => id !== cluster.id)}
        cards={await listClusterCards(ctx, cluster.id)}
        notice={page.req.query("hinweis") === "gespeichert"}
        {...problem}
      />
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </>,
    officeProps(ctx, workshop, cluster.title, problem.form ? 422 : problem.refusal ? 409 : 200),
  );
};

/** `/buero/werkstaetten/:id/themen/:cluster`: name, summary, and whether it stays. */
export const officePages = routes()
  .get("/:id/themen/:cluster", (page) => show(page))
  .post("/:id/themen/:cluster", async (page) => {
    const { ctx, workshop, cluster } = await clusterIn(page);
    const fields = await sent(page);
    const board = paths.board(workshop.id, cluster.phaseId);
    if (fields["aktion"] === "entfernen") {
      const outcome = await removeCluster(ctx, cluster.id);
      return outcome.ok ? seeOther(page, board, "entfernt") : show(page, { refusal: outcome.because });
    }
    if (fields["aktion"] === "zusammen") {
      const others = await listClusters(ctx, cluster.phaseId);
      const into: Id<"cardCluster"> | undefined = others.find(({ id }) => id === fields["mit"])?.id;
      const outcome = into ? await mergeClusters(ctx, cluster.id, into) : undefined;
      return outcome?.ok ? seeOther(page, board, "zusammen") : show(page, { refusal: "same" });
    }
    const input = read(ctx, ClusterInput, fields);
    if (!input.ok) return show(page, { form: input.form });
    await changeCluster(ctx, cluster.id, input.value);
    return seeOther(page, paths.officeCluster(workshop.id, cluster.id), "gespeichert");
  });
