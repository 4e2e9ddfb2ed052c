import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, read } from "#core/input.ts";
import { asked, idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { countRoll, findVoter } from "#modules/participation/roll/queries.ts";
import { markVoter, unmarkVoter } from "./commands.ts";
import { say } from "./messages.ts";
import { codeIn, findByCode, searchRoll, waysOpen } from "./queries.ts";
import { CounterView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const noticeIn = (page: Page): string | undefined => {
  const words = say(page.get("ctx"));
  const [, what, n = ""] = /^(schalter|brief|zurueck)-(\d+)$/u.exec(page.req.query("hinweis") ?? "") ?? [];
  if (what === "schalter" || what === "brief") return words(`marked_${what}`, { n });
  return what === "zurueck" ? words("unmarked", { n }) : undefined;
};

type Problem = { readonly refusal?: string; readonly form?: Filled };

const show = async (page: Page, { refusal, form }: Problem = {}) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  const text = asked(page)["suche"];
  const search = typeof text === "string" ? text : "";
  const voters = await searchRoll(ctx, ballot.id, search);
  for (const { personId } of voters) if (personId) looked(page, personId, words("looked"));
  return page.render(
    <CounterView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      search={search}
      voters={voters}
      ways={waysOpen(ballot, ctx.now)}
      counts={await countRoll(ctx, ballot.id)}
      notice={noticeIn(page)}
      refusal={refusal}
      form={form}
    />,
    ballotProps(ctx, ballot, words("heading"), form ? 422 : refusal ? 409 : 200),
  );
};

const at = (page: Page, number: number): string => `${paths.counter(idIn<"ballot">(page))}?suche=${number}`;

const Search = z.object({ suche: line(300) });
const Undo = z.object({ worte: line(300) });

/** What is searched; a code does not stay in the address. */
const search = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  const input = read(ctx, Search, await sent(page));
  if (!input.ok) return seeOther(page, paths.counter(ballot.id));
  const { suche } = input.value;
  if (codeIn(suche)) {
    const voter = await findByCode(ctx, ballot.id, suche);
    return voter ? seeOther(page, at(page, voter.number)) : show(page, { refusal: say(ctx)("unknownCode") });
  }
  return seeOther(page, `${paths.counter(ballot.id)}?suche=${encodeURIComponent(suche)}`);
};

const voterAt = async (page: Page) => {
  const { ctx, ballot } = await ballotAt(page);
  return { ctx, ballot, voter: found(await findVoter(ctx, ballot.id, idIn<"ballotVoter">(page, "voter"))) };
};

/** `/buero/abstimmungen/:id/schalter`: somebody votes on paper, here or by letter. */
export const pages = routes()
  .get("/:id/schalter", (page) => show(page))
  .post("/:id/schalter", search)
  .post("/:id/schalter/:voter/vermerk", async (page) => {
    const { ctx, ballot, voter } = await voterAt(page);
    const way = (await sent(page))["weg"] === "brief" ? "letter" : "counter";
    const outcome = await markVoter(ctx, ballot.id, voter.id, way);
    if (!outcome.ok) return show(page, { refusal: say(ctx)(`refused_${outcome.because}`) });
    return seeOther(
      page,
      at(page, voter.number),
      `${way === "letter" ? "brief" : "schalter"}-${voter.number}`,
    );
  })
  .post("/:id/schalter/:voter/ruecknahme", async (page) => {
    const { ctx, ballot, voter } = await voterAt(page);
    const input = read(ctx, Undo, await sent(page));
    if (!input.ok) return show(page, { form: input.form });
    const outcome = await unmarkVoter(ctx, ballot.id, voter.id, input.value.worte);
    if (!outcome.ok) return show(page, { refusal: say(ctx)(`refused_${outcome.because}`) });
    return seeOther(page, at(page, voter.number), `zurueck-${voter.number}`);
  });
