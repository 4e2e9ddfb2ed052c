import * as z from "zod";
import { signedIn } from "#core/actor.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read, whole } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { findChoice } from "#modules/shifts/choosing/queries.ts";
import { paths } from "#modules/shifts/paths.ts";
import { tellWishes, type Wish } from "#modules/shifts/pool/commands.ts";
import { findWishes, preferences } from "#modules/shifts/pool/queries.ts";
import { say } from "./messages.ts";
import { WishesPage } from "./views.tsx";

const Limits = z.object({ hoechstens: whole(1, 100).optional(), worte: paragraph(500).optional() });

type Problem = { readonly form?: Filled; readonly refusal?: "closed" | "guardian" };

const draw = async (page: Page, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  // Whom a role is closed to should not tell wishes for it, so the page knows who looks.
  const me = signedIn(ctx.actor);
  const choice = await findChoice(ctx, slugIn(page));
  const { plan } = choice;
  if (plan.mode === "open" && !refusal) return page.redirect(paths.choose(plan.slug), 303);
  const told = await findWishes(ctx, plan.id, me.id);
  const said = page.req.query("hinweis") === "gesagt" ? "told" : undefined;
  return page.render(
    <WishesPage
      ctx={ctx}
      formKey={page.get("formKey")}
      choice={choice}
      told={told}
      form={form}
      notice={refusal === "guardian" ? "refused_guardian" : (refusal ?? said)}
    />,
    {
      title: say(ctx)("heading", { title: plan.title }),
      crumbs: [
        { href: "/angebote", label: say(ctx)("back") },
        { href: paths.offer(plan.slug), label: plan.title },
      ],
      hidden: true,
      status: refusal ? 409 : form ? 422 : 200,
    },
  );
};

const wishesIn = (body: Readonly<Record<string, unknown>>): Wish[] =>
  Object.entries(body).flatMap(([name, value]): Wish[] => {
    const needId = name.startsWith("wunsch-") ? name.slice("wunsch-".length) : "";
    const preference = preferences.find((one) => String(one) === value);
    return isId<"shiftNeed">(needId) && preference !== undefined ? [{ needId, preference }] : [];
  });

const tell = async (page: Page) => {
  const ctx = page.get("ctx");
  signedIn(ctx.actor);
  const body = await sent(page);
  const input = read(ctx, Limits, body);
  if (!input.ok) return draw(page, { form: input.form });
  const { plan } = await findChoice(ctx, slugIn(page));
  const { hoechstens, worte } = input.value;
  const offer: Id<"opportunity"> = plan.id;
  const wishes = wishesIn(body);
  const outcome = await tellWishes(ctx, offer, { wishes, mostShifts: hoechstens, words: worte });
  if (!outcome.ok) return draw(page, { form: input.form, refusal: outcome.because });
  return seeOther(page, paths.wishes(plan.slug), "gesagt");
};

/** `/angebote/:slug/schichten/wuensche`: from wishes the plan is made. */
export const pages = routes()
  .get("/:slug/schichten/wuensche", (page) => draw(page))
  .post("/:slug/schichten/wuensche", tell);
