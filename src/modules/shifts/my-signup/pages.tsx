import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { found } from "#core/errors.ts";
import { line, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { say } from "#modules/shifts/mine/messages.ts";
import { findContactOf } from "#modules/shifts/mine/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { cancelSignup } from "#modules/shifts/signups/commands.ts";
import { findSignup, listPositions, listSteps } from "#modules/shifts/signups/queries.ts";
import { answerOwn } from "#modules/shifts/waiting/commands.ts";
import { MySignupPage, type Refusal } from "./views.tsx";

const own = async (page: Page) => {
  const ctx = page.get("ctx");
  const me = signedIn(ctx.actor);
  const row = found(await findSignup(ctx, idIn<"signup">(page, "signup")));
  // Whoever writes the plan sees it there; this is the page of the person.
  return found(row.personId === me.id ? row : undefined);
};

const draw = async (page: Page, refusal?: Refusal) => {
  const ctx = page.get("ctx");
  const row = await own(page);
  const steps = await listSteps(ctx, row.id);
  const positions = await listPositions(ctx, [row.id]);
  return page.render(
    <MySignupPage
      ctx={ctx}
      formKey={page.get("formKey")}
      origin={page.get("origin")}
      row={row}
      steps={steps}
      position={positions.get(row.id)}
      contact={await findContactOf(ctx, row.opportunityId)}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    {
      title: `${row.role}: ${row.offer}`,
      crumbs: [{ href: paths.mine, label: say(ctx)("heading") }],
      hidden: true,
      ...(refusal ? { status: 409 as const } : {}),
    },
  );
};

const Why = z.object({ warum: line(300).optional() });

const cancel = async (page: Page) => {
  const ctx = page.get("ctx");
  const row = await own(page);
  const input = read(ctx, Why, await sent(page));
  const outcome = await cancelSignup(ctx, row.id, input.ok ? input.value.warum : undefined);
  if (!outcome.ok) return draw(page, outcome.because);
  return seeOther(page, paths.mySignup(row.id), "abgesagt");
};

const answer = async (page: Page) => {
  const ctx = page.get("ctx");
  const row = await own(page);
  const body = await sent(page);
  const wanted = (["accept", "decline"] as const).find((one) => one === body["antwort"]);
  if (!wanted) return draw(page);
  const outcome = await answerOwn(ctx, row.id, wanted);
  if (!outcome.ok) return draw(page, outcome.because);
  const notice =
    outcome.value === "confirmed" ? "zugesagt" : outcome.value === "asked" ? "angefragt" : "verzichtet";
  return seeOther(page, paths.mySignup(row.id), notice);
};

/** `/mein/schichten/:signup` */
export const pages = routes()
  .get("/:signup", (page) => draw(page))
  .post("/:signup/absage", cancel)
  .post("/:signup/antwort", answer);
