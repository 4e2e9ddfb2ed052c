import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, line, read, whole } from "#core/input.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot } from "#modules/participation/ballots/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { addPile } from "./commands.ts";
import { say } from "./messages.ts";
import { listPiles, mostSheets } from "./queries.ts";
import { PilesView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const list = async (page: Page, form?: Filled, refusal?: string) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  return page.render(
    <PilesView
      ctx={ctx}
      ballot={ballot}
      formKey={page.get("formKey")}
      piles={await listPiles(ctx, ballot.id)}
      form={form}
      refusal={refusal}
      notice={asked(page)["hinweis"] === "aufgeloest" ? words("dropped") : undefined}
    />,
    ballotProps(ctx, ballot, words("heading"), form ? 422 : refusal ? 409 : 200),
  );
};

const Begun = z.object({ zettel: whole(1, mostSheets), name: line(200) });

/** `/buero/abstimmungen/:id/stapel`: paper is typed in twice, pile by pile. */
export const pages = routes()
  .get("/:id/stapel", (page) => list(page))
  .post("/:id/stapel", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const input = read(ctx, Begun, await sent(page));
    if (!input.ok) return list(page, input.form);
    const { zettel, name } = input.value;
    const outcome = await addPile(ctx, ballot.id, { sheets: zettel, firstName: name });
    return outcome.ok
      ? seeOther(page, paths.pile(ballot.id, outcome.value))
      : list(page, undefined, say(ctx)(outcome.because));
  });
