import * as z from "zod";
import type { Context } from "#core/context.ts";
import { allow } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, read, tick } from "#core/input.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { keepAsker } from "#modules/desk/inquiries/commands.ts";
import { candidatesFor, listInquiries } from "#modules/desk/inquiries/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { may } from "#modules/desk/policy.ts";
import { ask, Question } from "#modules/desk/questions/commands.ts";
import { channels } from "#modules/desk/vocabulary.ts";
import { findPerson } from "#modules/people/queries.ts";
import { say } from "./messages.ts";
import { InboxPage, NotePage } from "./views.tsx";

const showList = async (page: Page) => {
  const ctx = page.get("ctx");
  const words = (page.req.query("q") ?? "").slice(0, 100);
  const open = page.req.query("stand") !== "alle";
  const number = Math.min(1_000, Math.max(1, Math.trunc(Number(page.req.query("seite") ?? "1")) || 1));
  const { items, total } = await listInquiries(ctx, { words, open, page: number });
  const { pathname, search } = new URL(page.req.url);
  return page.render(
    <InboxPage
      ctx={ctx}
      items={items}
      total={total}
      page={number}
      words={words}
      open={open}
      address={`${pathname}${search}`}
    />,
    { title: say(ctx)("heading"), area: "office" },
  );
};

const Note = Question.extend({
  kanal: z.enum(channels),
  akte: z
    .union([
      z.literal("neu"),
      z.literal("ohne"),
      z.string().refine((text): text is Id<"person"> => isId<"person">(text)),
    ])
    .default("ohne"),
  gesehen: z.string().optional(),
  meins: tick,
}).superRefine(({ email, telefon, kanal, akte }, { addIssue }) => {
  const unreachable = !email && !telefon && kanal !== "counter" && !isId(akte);
  if (unreachable) addIssue({ code: "custom", path: ["telefon"], message: "contactMissing" });
});
type Note = z.output<typeof Note>;

type Shown = { readonly status?: 200 | 409 | 422; readonly form?: Filled; readonly note?: Note };

const sought = ({ name, email, telefon }: Note) => ({ name, email, phone: telefon });

const showNew = async (page: Page, { status = 200, form, note }: Shown = {}) => {
  const ctx = page.get("ctx");
  allow(may.work(ctx));
  const id = page.req.query("person");
  const person = isId<"person">(id) ? await findPerson(ctx, id) : undefined;
  return page.render(
    <NotePage
      ctx={ctx}
      formKey={page.get("formKey")}
      person={person}
      candidates={note ? await candidatesFor(ctx, sought(note)) : []}
      form={form}
    />,
    {
      title: say(ctx)("newHeading"),
      area: "office",
      status,
      crumbs: [{ href: paths.inquiries, label: say(ctx)("heading") }],
    },
  );
};

const chosenPerson = async (ctx: Context, akte: Note["akte"]): Promise<Id<"person"> | null> => {
  if (akte === "neu" || akte === "ohne") return null;
  return (await findPerson(ctx, akte))?.id ?? null;
};

const note = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, Note, await sent(page), { contactMissing: say(ctx)("contactMissing") });
  if (!input.ok) return showNew(page, { status: 422, form: input.form });
  const { kanal, akte, meins, ...question } = input.value;
  const isNew = akte === "neu";
  // Somebody who may be known is shown once before a second file is started.
  const shown = input.form.values["gesehen"] === "ja";
  if (isNew && !shown && (await candidatesFor(ctx, sought(input.value))).length > 0) {
    const form = { ...input.form, values: { ...input.form.values, gesehen: "ja" } };
    return showNew(page, { status: 409, form, note: input.value });
  }
  const ownerId = meins && ctx.actor.kind === "person" ? ctx.actor.id : null;
  const personId = await chosenPerson(ctx, akte);
  const outcome = await ask(ctx, { ...question, channel: kanal, personId, ownerId });
  if (!outcome.ok) return showNew(page, { status: 409, form: input.form });
  if (isNew) await keepAsker(ctx, outcome.value.id, { despiteDouble: true });
  return seeOther(page, paths.inquiry(outcome.value.id), "notiert");
};

/** The list of inquiries, and the form in which the office writes one down. */
export const inbox = routes()
  .get("/", showList)
  .get("/neu", (page) => showNew(page))
  .post("/neu", note);
