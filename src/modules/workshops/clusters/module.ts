import type { Module } from "#core/module.ts";
import type { Traceable } from "#core/traceable.ts";
import { paths } from "#modules/workshops/paths.ts";
import { say } from "./messages.ts";
import {
  findCards,
  findClusters,
  findWorkshops,
  listBarrenClusters,
  listLooseCards,
  nameCards,
  nameClusters,
  nameWorkshops,
} from "./queries.ts";

type CardRow = Awaited<ReturnType<typeof findCards>>[number];
type ClusterRow = Awaited<ReturnType<typeof findClusters>>[number];
type WorkshopRow = Awaited<ReturnType<typeof findWorkshops>>[number];

const card: Traceable = {
  kind: "card",
  noun: (ctx) => say(ctx)("nounCard"),
  name: async (ctx, ids) => (await nameCards(ctx, ids as CardRow["id"][])).map(cardNamed(ctx)),
  find: async (ctx, words) => (await findCards(ctx, words)).map(cardNamed(ctx)),
  broken: async (ctx) =>
    (await listLooseCards(ctx)).map((row) => ({ ...cardNamed(ctx)(row), why: say(ctx)("looseCard") })),
};

const cardNamed =
  (ctx: Parameters<Traceable["noun"]>[0]) =>
  ({ id, number, text, clusterId, slug }: CardRow) => ({
    kind: "card",
    id,
    title: say(ctx)("cardTitle", { number, text: text.length > 90 ? `${text.slice(0, 90)} …` : text }),
    path: clusterId ? `${paths.cluster(slug, clusterId)}#karte-${number}` : paths.show(slug),
  });

const clusterNamed = ({ id, title, slug }: ClusterRow) => ({
  kind: "cardCluster",
  id,
  title,
  path: paths.cluster(slug, id),
});

const cardCluster: Traceable = {
  kind: "cardCluster",
  noun: (ctx) => say(ctx)("nounCluster"),
  name: async (ctx, ids) => (await nameClusters(ctx, ids as ClusterRow["id"][])).map(clusterNamed),
  find: async (ctx, words) => (await findClusters(ctx, words)).map(clusterNamed),
  broken: async (ctx) =>
    (await listBarrenClusters(ctx)).map((row) => ({ ...clusterNamed(row), why: say(ctx)("barrenCluster") })),
};

const workshopNamed = ({ id, title, slug }: WorkshopRow) => ({
  kind: "workshop",
  id,
  title,
  path: paths.show(slug),
});

const workshop: Traceable = {
  kind: "workshop",
  noun: (ctx) => say(ctx)("nounWorkshop"),
  name: async (ctx, ids) => (await nameWorkshops(ctx, ids as WorkshopRow["id"][])).map(workshopNamed),
  find: async (ctx, words) => (await findWorkshops(ctx, words)).map(workshopNamed),
};

export const clusters: Module = { name: "workshops/clusters", traceables: [card, cardCluster, workshop] };
