import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { type Filled, read, whole } from "#core/input.ts";
import { NotSet, typeset } from "#core/typeset.ts";
import { idIn, type Page, routes, sent } from "#core/web.ts";
import { ballotProps } from "#modules/participation/ballot-letters/views.tsx";
import { findBallot, listOptions } from "#modules/participation/ballots/queries.ts";
import { may } from "#modules/participation/policy.ts";
import { mostAtOnce, printBlanks, whyNoBlanks } from "./commands.ts";
import { say } from "./messages.ts";
import { countBlanks, paperOf } from "./queries.ts";
import { BlanksView } from "./views.tsx";

const ballotAt = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  return { ctx, ballot: found(await findBallot(ctx, idIn<"ballot">(page))) };
};

const show = async (page: Page, form?: Filled, refusal?: string) => {
  const { ctx, ballot } = await ballotAt(page);
  const words = say(ctx);
  const why = whyNoBlanks(ballot);
  return page.render(
    <BlanksView
      ctx={ctx}
      ballot={ballot}
      printed={await countBlanks(ctx, ballot.id)}
      why={why && words(why)}
      refusal={refusal}
      form={form}
    />,
    ballotProps(ctx, ballot, words("heading"), form ? 422 : refusal ? 409 : 200),
  );
};

const Count = z.object({ anzahl: whole(1, mostAtOnce) });

const asPdf = (page: Page, name: string, bytes: Uint8Array) =>
  page.body(new Uint8Array(bytes), 200, {
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${name}"`,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });

/** `/buero/abstimmungen/:id/zettel`: ballot papers are printed, each with its number. */
export const pages = routes()
  .get("/:id/zettel", (page) => show(page))
  .get("/:id/zettel/muster.pdf", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const options = await listOptions(ctx, ballot.id);
    const receipts = [say(ctx)("sample")];
    try {
      const pdf = await typeset(paperOf(ctx, { ballot, options, receipts, origin: page.get("origin") }));
      return asPdf(page, `muster-${ballot.slug}.pdf`, pdf);
    } catch (error) {
      if (!(error instanceof NotSet)) throw error;
      return show(page, undefined, say(ctx)("busy"));
    }
  })
  .post("/:id/zettel", async (page) => {
    const { ctx, ballot } = await ballotAt(page);
    const input = read(ctx, Count, await sent(page));
    if (!input.ok) return show(page, input.form);
    const outcome = await printBlanks(ctx, ballot.id, {
      count: input.value.anzahl,
      origin: page.get("origin"),
    });
    return outcome.ok
      ? asPdf(page, `stimmzettel-${ballot.slug}.pdf`, outcome.value)
      : show(page, undefined, say(ctx)(outcome.because));
  });
