import { found } from "#core/errors.ts";
import { idIn, routes } from "#core/web.ts";
import { listAmendments } from "#modules/strategy/amendments/queries.ts";
import { say } from "#modules/strategy/document/messages.ts";
import { paths } from "#modules/strategy/paths.ts";
import { listTextsOf } from "#modules/strategy/texts/queries.ts";
import { publicProps } from "#modules/strategy/views.tsx";
import { listThreads } from "#modules/threads/queries.ts";
import { Threads } from "#modules/threads/views.tsx";
import { ParagraphView } from "./views.tsx";

/** `/strategie/absatz/:id`: one paragraph through all versions, and why it stands there. */
export const pages = routes().get("/absatz/:id", async (page) => {
  const { ctx } = page.var;
  const id = idIn<"paragraph">(page);
  const texts = await listTextsOf(ctx, id);
  found(texts[0]);
  const thing = { kind: "paragraph", id };
  return page.render(
    <ParagraphView ctx={ctx} texts={texts} amendments={await listAmendments(ctx, { paragraph: id })}>
      <Threads ctx={ctx} thing={thing} threads={await listThreads(ctx, thing)} />
    </ParagraphView>,
    publicProps(ctx, say(ctx)("paragraphHeading"), [{ href: paths.text, label: say(ctx)("text") }]),
  );
});
