import * as z from "zod";
import { found } from "#core/errors.ts";
import { type Id, isId } from "#core/id.ts";
import { type Filled, paragraph, read, tick } from "#core/input.ts";
import { idIn, looked, type Page, routes, seeOther, sent } from "#core/web.ts";
import { listFreeSlots } from "#modules/desk/appointments/queries.ts";
import { paths } from "#modules/desk/paths.ts";
import { answersInWords, keptAnswers } from "#modules/desk/questions/queries.ts";
import { appointmentKinds, replyKinds, results } from "#modules/desk/vocabulary.ts";
import { findOpportunityBySlug } from "#modules/opportunities/queries.ts";
import { agreeOnTime, closeInquiry, keepAsker, linkPerson, reply } from "./commands.ts";
import { say } from "./messages.ts";
import { candidatesFor, findInquiry, repliesOf } from "./queries.ts";
import { InquiryPage, type InquiryProps } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: InquiryProps["refusal"] };

const offerIn = (answers: unknown): string | undefined => {
  const { angebot } = keptAnswers(answers);
  return typeof angebot === "string" ? angebot : undefined;
};

const show = async (page: Page, status: 200 | 409 | 422 = 200, { form, refusal }: Problem = {}) => {
  const ctx = page.get("ctx");
  const id = idIn<"inquiry">(page);
  const inquiry = found(await findInquiry(ctx, id));
  const { personId, name, email, phone, answers } = inquiry;
  if (personId) looked(page, personId, say(ctx)("purpose"));
  const about = offerIn(answers);
  const sought = { name, email: email ?? undefined, phone: phone ?? undefined };
  return page.render(
    <InquiryPage
      ctx={ctx}
      formKey={page.get("formKey")}
      inquiry={inquiry}
      replies={await repliesOf(ctx, id)}
      slots={await listFreeSlots(ctx, 20)}
      candidates={personId ? [] : await candidatesFor(ctx, sought)}
      about={about ? await findOpportunityBySlug(ctx, about) : undefined}
      answers={answersInWords(ctx, keptAnswers(answers))}
      form={form}
      refusal={refusal}
      notice={page.req.query("hinweis")}
    />,
    {
      title: say(ctx)("title", { number: inquiry.number }),
      area: "office",
      status,
      crumbs: [{ href: paths.inquiries, label: say(ctx)("heading") }],
    },
  );
};

const idOf = <Kind extends string>() => z.string().refine((text): text is Id<Kind> => isId<Kind>(text));

const Reply = z.object({ art: z.enum(replyKinds), worte: paragraph(5_000), fertig: tick });

const answer = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = idIn<"inquiry">(page);
  const input = read(ctx, Reply, await sent(page));
  if (!input.ok) return show(page, 422, { form: input.form });
  const { art, worte, fertig } = input.value;
  const outcome = await reply(ctx, id, { kind: art, words: worte });
  if (!outcome.ok) return show(page, 409, { form: input.form, refusal: outcome.because });
  if (fertig) await closeInquiry(ctx, id, "answered");
  return seeOther(page, paths.inquiry(id), fertig ? "abgeschlossen" : "beantwortet");
};

const Link = z.object({ akte: z.union([z.literal("neu"), idOf<"person">()]) });

const link = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = idIn<"inquiry">(page);
  const input = read(ctx, Link, await sent(page));
  if (!input.ok) return show(page, 422, { form: input.form });
  // The page showed everybody who may be the same: whoever says "new" has seen them.
  if (input.value.akte === "neu") await keepAsker(ctx, id, { despiteDouble: true });
  else await linkPerson(ctx, id, input.value.akte);
  return seeOther(page, paths.inquiry(id), "verbunden");
};

const Appointment = z.object({ termin: idOf<"appointment">(), art: z.enum(appointmentKinds) });

const agree = async (page: Page) => {
  const ctx = page.get("ctx");
  const id = idIn<"inquiry">(page);
  const input = read(ctx, Appointment, await sent(page));
  if (!input.ok) return show(page, 422, { form: input.form });
  const outcome = await agreeOnTime(ctx, id, input.value.termin, input.value.art);
  if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
  return seeOther(page, paths.inquiry(id), "vereinbart");
};

const Close = z.object({ ergebnis: z.enum(results) });

/** One inquiry in the office. */
export const inquiry = routes()
  .get("/:id{[0-9a-f-]+}", (page) => show(page))
  .post("/:id{[0-9a-f-]+}/antworten", answer)
  .post("/:id{[0-9a-f-]+}/person", link)
  .post("/:id{[0-9a-f-]+}/termin", agree)
  .post("/:id{[0-9a-f-]+}/abschluss", async (page) => {
    const ctx = page.get("ctx");
    const id = idIn<"inquiry">(page);
    const input = read(ctx, Close, await sent(page));
    if (!input.ok) return show(page, 422, { form: input.form });
    const outcome = await closeInquiry(ctx, id, input.value.ergebnis);
    if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
    return seeOther(page, paths.inquiry(id), "abgeschlossen");
  });
