import * as z from "zod";
import { type Id, isId } from "#core/id.ts";
import { type Filled, read } from "#core/input.ts";
import { asked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listFreeSlots } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { topics } from "#modules/desk/vocabulary.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { answerBy, ask, Question } from "./commands.ts";
import { say } from "./messages.ts";
import { type Answers, answersAsked, answersSent } from "./queries.ts";
import { AskPage, type AskProps, ThanksPage } from "./views.tsx";

const WebQuestion = Question.extend({
  termin: z
    .union([
      z.literal("kein"),
      z.string().refine((text): text is Id<"appointment"> => isId<"appointment">(text)),
    ])
    .optional(),
  angebot: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/u)
    .optional(),
}).superRefine(({ email, telefon }, { addIssue }) => {
  if (!email && !telefon) addIssue({ code: "custom", path: ["email"], message: "contactMissing" });
});

type Shown = {
  readonly status?: 200 | 409 | 422;
  readonly slug?: string | undefined;
  readonly topic?: string | undefined;
  readonly answers: Answers;
  readonly form?: Filled;
  readonly refusal?: AskProps["refusal"];
  readonly shown?: string;
};

const show = async (page: Page, { status = 200, slug, topic, answers, form, refusal, shown }: Shown) => {
  const ctx = page.get("ctx");
  const offer = slug ? await findOpportunityBySlug(ctx, slug) : undefined;
  return page.render(
    <AskPage
      ctx={ctx}
      formKey={page.get("formKey")}
      topic={topics.find((name) => name === topic) ?? (offer ? "help" : "other")}
      offer={offer}
      answers={answers}
      slots={await listFreeSlots(ctx)}
      until={answerBy(ctx)}
      shown={shown ?? String(+ctx.now)}
      me={ctx.actor.kind === "person" ? { name: ctx.actor.name } : {}}
      form={form}
      refusal={refusal}
    />,
    { title: say(ctx)("heading"), description: say(ctx)("lead"), status },
  );
};

const one = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const shortestReading = 2_000;
const limit = { tries: 10, minutes: 60 };

const send = async (page: Page) => {
  const ctx = page.get("ctx");
  const body = await sent(page);
  // A field that no human sees was filled in: the machine is thanked, and nobody reads it.
  if (one(body["webseite"])) return seeOther(page, `${paths.ask}/danke`);
  const kept = { slug: one(body["angebot"]), topic: one(body["thema"]), answers: answersSent(body) };
  const shown = one(body["gesehen"]) ?? String(+ctx.now);
  const input = read(ctx, WebQuestion, body, { contactMissing: say(ctx)("contactMissing") });
  if (!input.ok) return show(page, { ...kept, status: 422, form: input.form, shown });
  if (!(Number(shown) <= +ctx.now - shortestReading)) {
    return show(page, { ...kept, status: 409, form: input.form, refusal: "tooFast", shown });
  }
  await countTry(ctx, `ask ${page.get("network")}`, limit);
  const { termin, angebot, ...question } = input.value;
  const answers = angebot ? { ...kept.answers, angebot } : kept.answers;
  const slot = termin === "kein" ? undefined : termin;
  const outcome = await ask(ctx, { ...question, channel: "web", answers, slot });
  if (!outcome.ok)
    return show(page, { ...kept, status: 409, form: input.form, refusal: outcome.because, shown });
  const { number, token } = outcome.value;
  return token ? seeOther(page, paths.own(token), "gebucht") : seeOther(page, paths.asked(number));
};

/** Where everybody may ask. */
export const pages = routes()
  .get("/", (page) => {
    const query = asked(page);
    return show(page, {
      slug: one(query["angebot"]),
      topic: one(query["thema"]),
      answers: answersAsked(query),
    });
  })
  .post("/", send)
  .get("/danke", (page) => {
    const ctx = page.get("ctx");
    const number = page.req.query("nummer");
    const known = number && /^\d{1,9}$/u.test(number) ? number : undefined;
    return page.render(<ThanksPage ctx={ctx} number={known} until={answerBy(ctx)} />, {
      title: say(ctx)("thanksHeading"),
      hidden: true,
    });
  });
