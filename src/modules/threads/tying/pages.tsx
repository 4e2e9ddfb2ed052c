import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import type { Thing } from "#core/traceable.ts";
import { asked, idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { tie, untie } from "#modules/threads/commands.ts";
import { paths } from "#modules/threads/paths.ts";
import { may } from "#modules/threads/policy.ts";
import { findNamed, findThings, keyOf, listKinds, listThreads } from "#modules/threads/queries.ts";
import { say } from "./messages.ts";
import { type Refusal, type Search, TyingView } from "./views.tsx";

const thingIn = (page: Page): Thing => ({ kind: page.req.param("kind") ?? "", id: idIn<string>(page) });

const searchIn = (fields: Readonly<Record<string, unknown>>): Search => ({
  words: String(fields["suche"] ?? "")
    .trim()
    .slice(0, 100),
  kind: String(fields["art"] ?? ""),
});

const notices = ["geknuepft", "geloest"] as const;

type Problem = { readonly form?: Filled; readonly refusal?: Refusal };

const show = async (page: Page, search: Search, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  allow(may.tie(ctx));
  const thing = found(await findNamed(ctx, thingIn(page)));
  const results = search.words
    ? (await findThings(ctx, search.words, search.kind || undefined)).filter(
        (one) => keyOf(one) !== keyOf(thing),
      )
    : undefined;
  const heard = page.req.query("hinweis");
  return page.render(
    <TyingView
      ctx={ctx}
      formKey={page.get("formKey")}
      thing={thing}
      threads={await listThreads(ctx, thing)}
      kinds={listKinds(ctx)}
      search={search}
      results={results}
      notice={notices.find((one) => one === heard)}
      {...problem}
    />,
    {
      title: say(ctx)("heading", thing),
      crumbs: [{ href: "/buero", label: say(ctx)("office") }],
      area: "office",
      status: problem.form ? 422 : problem.refusal ? 409 : 200,
    },
  );
};

const TieInput = z.object({
  ende: z
    .string()
    .transform((text) => ({ kind: text.split(" ")[0] ?? "", id: text.split(" ")[1] ?? "" }))
    .refine(({ id }) => isId(id), { error: "choose" }),
  richtung: z.enum(["her", "hin"]),
  worte: paragraph(500),
});

/** `/buero/faden/:kind/:id`: the office ties and unties. */
export const pages = routes()
  .get("/:kind/:id", (page) => show(page, searchIn(asked(page))))
  .post("/:kind/:id", async (page) => {
    const ctx = page.get("ctx");
    allow(may.tie(ctx));
    const fields = await sent(page);
    const thing = found(await findNamed(ctx, thingIn(page)));
    const input = read(ctx, TieInput, fields);
    if (!input.ok) return show(page, searchIn(fields), { form: input.form });
    const { ende, richtung, worte } = input.value;
    const [from, to] = richtung === "her" ? [ende, thing] : [thing, ende];
    const outcome = await tie(ctx, from, to, worte);
    if (!outcome.ok) return show(page, searchIn(fields), { refusal: outcome.because });
    return seeOther(page, paths.tying(thing), "geknuepft");
  })
  .post("/:kind/:id/loesen", async (page) => {
    const ctx = page.get("ctx");
    allow(may.tie(ctx));
    const thing = found(await findNamed(ctx, thingIn(page)));
    const { faden } = await sent(page);
    if (typeof faden === "string" && isId<"thread">(faden)) await untie(ctx, faden);
    return seeOther(page, paths.tying(thing), "geloest");
  });
