import { allow, found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { likelyClusters } from "#methods/card-likeness.ts";
import { type CardRow, listCards } from "#modules/workshops/cards/queries.ts";
import { type Sorted, shiftCluster, sortCards } from "#modules/workshops/clusters/commands.ts";
import { findCluster, listClusters } from "#modules/workshops/clusters/queries.ts";
import type { Suggestion } from "#modules/workshops/clusters/views.tsx";
import { PaperDotsForm, setPaperDots } from "#modules/workshops/dots/commands.ts";
import { countDotGivers, countDots } from "#modules/workshops/dots/queries.ts";
import { paths } from "#modules/workshops/paths.ts";
import { may } from "#modules/workshops/policy.ts";
import { findWorkshop, listPhases } from "#modules/workshops/queries.ts";
import { officeProps } from "#modules/workshops/views.tsx";
import { canUndo, clusterFrom, NewForm, SortForm, undoSorting } from "./commands.ts";
import { say } from "./messages.ts";
import { type BoardNotice, BoardView, type Refusal } from "./views.tsx";

const phaseIn = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const workshop = found(await findWorkshop(ctx, idIn<"workshop">(page)));
  const phases = await listPhases(ctx, workshop.id);
  const id = idIn<"workshopPhase">(page, "phase");
  return { ctx, workshop, phases, phase: found(phases.find((phase) => phase.id === id)) };
};

const suggest = (cards: readonly CardRow[]): readonly Suggestion[] => {
  const loose = cards.filter(({ clusterId }) => clusterId === null);
  const byId = new Map(loose.map((card) => [card.id as string, card]));
  return likelyClusters(loose, 5).flatMap(({ words, ids }) => {
    const own = ids.flatMap((id) => byId.get(id) ?? []);
    return own.length > 1 ? [{ title: words.join(", ") || (own[0]?.text ?? ""), cards: own }] : [];
  });
};

const notices: readonly BoardNotice[] = ["sortiert", "zurueck", "punkte", "zusammen", "entfernt"];

const show = async (page: Page, refusal?: Refusal) => {
  const { ctx, workshop, phase, phases } = await phaseIn(page);
  const cards = await listCards(ctx, phase.id);
  const heard = page.req.query("hinweis");
  const elsewhere = (page.req.query("woanders") ?? "").split("-").filter((text) => /^\d{1,6}$/u.test(text));
  return page.render(
    <BoardView
      ctx={ctx}
      formKey={page.get("formKey")}
      workshop={workshop}
      phase={phase}
      phases={phases}
      clusters={await listClusters(ctx, phase.id)}
      cards={cards}
      dots={await countDots(ctx, workshop.id)}
      base={(await countDotGivers(ctx, workshop.id)).get(phase.id)}
      suggestions={suggest(cards)}
      undo={await canUndo(ctx, phase.id)}
      notice={notices.find((one) => one === heard)}
      elsewhere={elsewhere}
      refusal={refusal}
    />,
    {
      ...officeProps(ctx, workshop, say(ctx)("heading", { phase: phase.title }), refusal ? 409 : 200),
      script: "pinboard",
    },
  );
};

const told = (page: Page, board: string, { elsewhere }: Sorted) =>
  elsewhere.length > 0
    ? seeOther(page, `${board}?woanders=${elsewhere.slice(0, 30).join("-")}`)
    : seeOther(page, board, "sortiert");

type Fields = Readonly<Record<string, unknown>>;

const sort = async (page: Page, phase: Id<"workshopPhase">, board: string, fields: Fields) => {
  const ctx = page.get("ctx");
  const input = read(ctx, SortForm, fields);
  if (!input.ok) return show(page, input.form.errors["karte"] ? "none" : "gone");
  const outcome = await sortCards(ctx, phase, input.value.karte, input.value.nach);
  return outcome.ok ? told(page, board, outcome.value) : show(page, outcome.because);
};

const makeNew = async (page: Page, phase: Id<"workshopPhase">, board: string, fields: Fields) => {
  const ctx = page.get("ctx");
  const listed = typeof fields["karten"] === "string" ? { karte: fields["karten"].split(" ") } : {};
  const input = read(ctx, NewForm, { ...fields, ...listed });
  if (!input.ok) return show(page, "name");
  const outcome = await clusterFrom(ctx, phase, input.value.thema, input.value.karte);
  return outcome.ok ? told(page, board, outcome.value) : show(page, outcome.because);
};

const order = async (page: Page, phase: Id<"workshopPhase">, board: string, action: string) => {
  const [way, id = ""] = action.split(".");
  const cluster = found(await findCluster(page.get("ctx"), id as Id<"cardCluster">));
  if (cluster.phaseId !== phase) return show(page, "gone");
  await shiftCluster(page.get("ctx"), cluster.id, way === "up" ? -1 : 1);
  return seeOther(page, `${board}#t-${cluster.id}`);
};

/** `/buero/werkstaetten/:id/pinnwand/:phase`: cards are sorted, by keyboard, by hand and by dragging. */
export const pages = routes()
  .get("/:id/pinnwand/:phase", (page) => show(page))
  .post("/:id/pinnwand/:phase", async (page) => {
    const { ctx, workshop, phase } = await phaseIn(page);
    const board = paths.board(workshop.id, phase.id);
    const fields = await sent(page);
    const action = String(fields["aktion"] ?? "legen");
    if (action === "neu") return makeNew(page, phase.id, board, fields);
    if (/^(up|down)\.[0-9a-f-]{36}$/u.test(action)) return order(page, phase.id, board, action);
    if (action === "zurueck") {
      const outcome = await undoSorting(ctx, phase.id);
      return outcome.ok ? seeOther(page, board, "zurueck") : show(page, outcome.because);
    }
    if (action !== "punkte") return sort(page, phase.id, board, fields);
    const input = read(ctx, PaperDotsForm, fields);
    const outcome = input.ok ? await setPaperDots(ctx, phase.id, input.value) : undefined;
    return outcome?.ok ? seeOther(page, board, "punkte") : show(page, "dots");
  });
