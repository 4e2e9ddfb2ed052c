import { signedIn } from "#core/actor.ts";
import { idIn, type Page, routes, seeOther } from "#core/web.ts";
import { cancelMine } from "#modules/desk/appointments/commands.ts";
import { appointmentsOf } from "#modules/desk/appointments/queries.ts";
import { answersTo, inquiriesOf } from "#modules/desk/inquiries/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { say } from "./messages.ts";
import { MinePage } from "./views.tsx";

const show = async (page: Page, refused = false) => {
  const ctx = page.get("ctx");
  const { id } = signedIn(ctx.actor);
  return page.render(
    <MinePage
      ctx={ctx}
      formKey={page.get("formKey")}
      appointments={await appointmentsOf(ctx, id)}
      questions={await inquiriesOf(ctx, id)}
      answers={await answersTo(ctx, id)}
      notice={page.req.query("hinweis")}
      refused={refused}
    />,
    { title: say(ctx)("heading"), hidden: true, status: refused ? 409 : 200 },
  );
};

/** A person's own questions and appointments. */
export const pages = routes()
  .get("/", (page) => show(page))
  .post("/termine/:id/absage", async (page) => {
    const outcome = await cancelMine(page.get("ctx"), idIn(page));
    return outcome.ok ? seeOther(page, paths.mine, "abgesagt") : show(page, true);
  });
