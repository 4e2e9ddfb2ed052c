import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { choices } from "#methods/resolution.ts";
import { findItem } from "#modules/consortium/agenda/queries.ts";
import { closeVote, readCounts, readOptions, readRatings } from "#modules/consortium/counting/commands.ts";
import { say as passiveSay } from "#modules/consortium/counting/messages.ts";
import { readPanel } from "#modules/consortium/counting/queries.ts";
import { say as common } from "#modules/consortium/messages.ts";
import { addMotion, changeMotion, MotionInput, settleMotion } from "#modules/consortium/motions/commands.ts";
import { findMotion, type MotionId, type MotionRow } from "#modules/consortium/motions/queries.ts";
import { MotionForm } from "#modules/consortium/motions/views.tsx";
import {
  type ObjectionId,
  TakeInInput,
  takeIn,
  withdrawObjection,
} from "#modules/consortium/objections/commands.ts";
import { paths } from "#modules/consortium/paths.ts";
import { may } from "#modules/consortium/policy.ts";
import { listSeats, type SeatId } from "#modules/consortium/seats/queries.ts";
import { voteMethods } from "#modules/consortium/vocabulary.ts";
import { castVote, openVote, typeVotes, voidVote } from "#modules/consortium/votes/commands.ts";
import { findVote, type VoteRow } from "#modules/consortium/votes/queries.ts";
import { Stack, Title } from "#ui/page.tsx";
import { say } from "./messages.ts";
import { MotionView } from "./views.tsx";

type Fields = Record<string, unknown>;
type Refusal =
  Extract<keyof typeof say.source, `refused_${string}`> extends `refused_${infer Name}` ? Name : never;
type Problem = { readonly refusal?: Refusal; readonly form?: Filled; readonly settling?: Filled };

const notices = [
  "antrag",
  "offen",
  "stimmen",
  "gezaehlt",
  "abgebrochen",
  "gespeichert",
  "stand",
  "einwand",
] as const;

const motionIn = async (page: Page): Promise<MotionRow> => {
  allow(may.run(page.var.ctx));
  return found(await findMotion(page.var.ctx, idIn<"motion">(page)));
};

const crumbs = (page: Page) => [{ href: paths.register, label: common(page.var.ctx)("office") }];

const show = async (page: Page, motion: MotionRow, { refusal, form, settling }: Problem = {}) => {
  const { ctx, formKey } = page.var;
  const words = say(ctx);
  const notice = notices.find((one) => one === page.req.query("hinweis"));
  return page.render(
    <MotionView
      ctx={ctx}
      formKey={formKey}
      panel={found(await readPanel(ctx, motion))}
      seats={await listSeats(ctx)}
      notice={notice && words(`notice_${notice}`)}
      refusal={refusal && words(`refused_${refusal}`)}
      form={form}
      settling={settling}
    />,
    {
      title: motion.title,
      area: "office",
      status: refusal ? 409 : form || settling ? 422 : 200,
      crumbs: crumbs(page),
    },
  );
};

// Back to where the meeting is run, to this motion; a letter has a page of its own.
const back = (
  page: Page,
  { id, meetingId }: Pick<MotionRow, "id" | "meetingId">,
  notice: (typeof notices)[number],
) => seeOther(page, meetingId ? `${paths.running(meetingId)}#antrag-${id}` : paths.motion(id), notice);

const add = async (page: Page) => {
  const { ctx, formKey } = page.var;
  allow(may.run(ctx));
  const item = found(await findItem(ctx, idIn<"agendaItem">(page, "item")));
  if (item.meetingId !== idIn<"meeting">(page)) found(null);
  const input = read(ctx, MotionInput, await sent(page));
  const outcome = input.ok ? await addMotion(ctx, item.id, input.value) : undefined;
  if (outcome?.ok) return back(page, { id: outcome.value, meetingId: item.meetingId }, "antrag");
  return page.render(
    <Stack wide>
      <Title kind={say(ctx)("office")} heading={item.title} />
      {outcome && <p role="alert">{say(ctx)("refused_over")}</p>}
      <MotionForm
        ctx={ctx}
        action={paths.motions(item.meetingId, item.id)}
        formKey={formKey}
        seats={await listSeats(ctx)}
        form={input.form}
      />
    </Stack>,
    { title: item.title, area: "office", status: outcome ? 409 : 422, crumbs: crumbs(page) },
  );
};

const Opening = z.object({ method: z.enum(voteMethods), options: paragraph(4_000).optional() });

const open = async (page: Page) => {
  const { ctx } = page.var;
  const motion = await motionIn(page);
  const input = read(ctx, Opening, await sent(page));
  if (!input.ok) return show(page, motion);
  const { method, options = "" } = input.value;
  const listed = method === "consensing" ? readOptions(options, passiveSay(ctx)("passive")) : [];
  const outcome = await openVote(ctx, motion.id, { method, options: listed });
  return outcome.ok ? back(page, motion, "offen") : show(page, motion, { refusal: outcome.because });
};

const Casting = z.object({ castingVote: z.enum(["yes", "no"]).optional() });

const close = async (page: Page, motion: MotionRow, vote: VoteRow, fields: Fields) => {
  const { ctx } = page.var;
  const casting = Casting.safeParse({ castingVote: fields["castingVote"] || undefined });
  const counts = vote.method === "hand" ? readCounts(fields) : undefined;
  const outcome = await closeVote(ctx, vote.id, { counts, castingVote: casting.data?.castingVote });
  return outcome.ok ? back(page, motion, "gezaehlt") : show(page, motion, { refusal: outcome.because });
};

const Spoken = z.enum(choices);

const type = async (page: Page, motion: MotionRow, vote: VoteRow, fields: Fields) => {
  const said = Object.entries(fields).flatMap(([name, value]) => {
    const seat = name.startsWith("sitz-") ? name.slice(5) : undefined;
    const choice = Spoken.safeParse(value);
    return isId<"seat">(seat) && choice.success ? [{ seatId: seat, choice: choice.data }] : [];
  });
  const outcome = await typeVotes(page.var.ctx, vote.id, said.slice(0, 200));
  if (!outcome.ok) return show(page, motion, { refusal: outcome.because });
  return back(page, motion, "stimmen");
};

const rate = async (page: Page, motion: MotionRow, vote: VoteRow, fields: Fields) => {
  const seat = String(fields["seat"] ?? "");
  if (!isId<"seat">(seat)) return show(page, motion, { refusal: "marks" });
  const outcome = await castVote(page.var.ctx, vote.id, seat as SeatId, { marks: readRatings(vote, fields) });
  return outcome.ok ? back(page, motion, "stimmen") : show(page, motion, { refusal: outcome.because });
};

const run = async (page: Page) => {
  const motion = await motionIn(page);
  const vote = found(await findVote(page.var.ctx, idIn<"motionVote">(page, "vote")));
  if (vote.motionId !== motion.id) found(null);
  const fields = await sent(page);
  if (fields["was"] === "stimmen") return type(page, motion, vote, fields);
  if (fields["was"] === "bewertung") return rate(page, motion, vote, fields);
  if (fields["was"] !== "abbrechen") return close(page, motion, vote, fields);
  const outcome = await voidVote(page.var.ctx, vote.id);
  return outcome.ok ? back(page, motion, "abgebrochen") : show(page, motion, { refusal: outcome.because });
};

const Settling = z.object({
  words: paragraph(2_000),
  stand: z.enum(["deferred", "withdrawn"]).default("deferred"),
});

const settle = async (page: Page, motion: MotionRow, fields: Fields) => {
  const input = read(page.var.ctx, Settling, fields);
  if (!input.ok) return show(page, motion, { settling: input.form });
  const outcome = await settleMotion(page.var.ctx, motion.id, input.value.stand, input.value.words);
  return outcome.ok ? back(page, motion, "stand") : show(page, motion, { refusal: outcome.because });
};

const settleObjection = async (page: Page, motion: MotionRow, fields: Fields) => {
  const { ctx } = page.var;
  const id = String(fields["objection"] ?? "");
  const objection = found(isId<"motionObjection">(id) ? (id satisfies ObjectionId) : null);
  if (fields["was"] === "einwand-zurueck") {
    const outcome = await withdrawObjection(ctx, objection);
    return outcome.ok ? back(page, motion, "einwand") : show(page, motion, { refusal: outcome.because });
  }
  const input = read(ctx, TakeInInput, fields);
  if (!input.ok) return show(page, motion, { refusal: "same" });
  const outcome = await takeIn(ctx, objection, input.value);
  return outcome.ok ? back(page, motion, "einwand") : show(page, motion, { refusal: outcome.because });
};

const change = async (page: Page) => {
  const motion: MotionRow & { readonly id: MotionId } = await motionIn(page);
  const fields = await sent(page);
  if (fields["was"] === "stand") return settle(page, motion, fields);
  if (String(fields["was"] ?? "").startsWith("einwand-")) return settleObjection(page, motion, fields);
  const input = read(page.var.ctx, MotionInput, fields);
  if (!input.ok) return show(page, motion, { form: input.form });
  const outcome = await changeMotion(page.var.ctx, motion.id, input.value);
  return outcome.ok ? back(page, motion, "gespeichert") : show(page, motion, { refusal: outcome.because });
};

/** `/buero/konsortium/antraege/:id`: one motion, its votes and objections. */
export const motionPages = routes()
  .get("/:id", async (page) => show(page, await motionIn(page)))
  .post("/:id", change)
  .post("/:id/abstimmung", open)
  .post("/:id/abstimmung/:vote", run);

/** `/buero/konsortium/sitzungen/:id/punkte/:item/antraege`: a motion is put. */
export const itemPages = routes().post("/:id/punkte/:item/antraege", add);
