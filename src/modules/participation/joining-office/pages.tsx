import * as z from "zod";
import { allow, found } from "#core/errors.ts";
import { isId } from "#core/id.ts";
import { type Filled, filledWith, paragraph, read } from "#core/input.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import {
  type AskedBeside,
  askForJoining,
  type ConsentRefusal,
  writeConsent,
} from "#modules/participation/consents/commands.ts";
import { say as consents } from "#modules/participation/consents/messages.ts";
import { readJoining } from "#modules/participation/consents/queries.ts";
import { NewJoiningView } from "#modules/participation/consents/views.tsx";
import { cancelJoining } from "#modules/participation/joinings/commands.ts";
import { say as joining } from "#modules/participation/joinings/messages.ts";
import { findJoining, listConsents, listJoinings } from "#modules/participation/joinings/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { may } from "#modules/participation/policy.ts";
import { findProcess } from "#modules/participation/queries.ts";
import { officeProps } from "#modules/participation/views.tsx";
import { say } from "./messages.ts";
import { ListView, OneView } from "./views.tsx";

const asked = (text: string): AskedBeside | undefined => {
  const [what, id = ""] = text.split(" ");
  if (what === "mensch" && isId<"person">(id)) return { person: id };
  return what === "vorschlag" && isId<"proposal">(id) ? { proposal: id } : undefined;
};

const Written = z.object({
  wer: z.string().transform((text, issues) => {
    const whom = asked(text);
    if (whom) return whom;
    issues.addIssue({ code: "custom", message: "choose" });
    return z.NEVER;
  }),
  antwort: z.enum(["yes", "no"]),
  worte: paragraph(1_000),
});

const baseOf = async (page: Page) => {
  const ctx = page.get("ctx");
  allow(may.run(ctx));
  const process = found(await findProcess(ctx, idIn<"process">(page)));
  return { ctx, process, formKey: page.get("formKey") };
};

const kindIn = (value: unknown): "merge" | "split" => (value === "split" ? "split" : "merge");

type Came = { readonly form: Filled; readonly kind: "merge" | "split"; readonly refusal?: string };

const showNew = async (page: Page, came?: Came) => {
  const base = await baseOf(page);
  const { ctx, process } = base;
  return page.render(
    <NewJoiningView
      {...base}
      kind={came?.kind ?? kindIn(page.req.query("art"))}
      action={paths.addJoining(process.id)}
      form={came?.form ?? filledWith({ nummern: page.req.query("vorschlag") })}
      refusal={came?.refusal}
    />,
    officeProps(ctx, process, say(ctx)("heading"), came?.refusal ? 409 : came ? 422 : 200),
  );
};

const oneIn = async (page: Page) => {
  const base = await baseOf(page);
  const row = found(await findJoining(base.ctx, idIn<"proposalJoining">(page, "joining")));
  found(row.processId === base.process.id ? row : undefined);
  return { ...base, row };
};

type Problem = { readonly form?: Filled; readonly refusal?: ConsentRefusal };
const notices = ["saved", "canceled"] as const;

const showOne = async (page: Page, { form, refusal }: Problem = {}) => {
  const base = await oneIn(page);
  const { ctx, process, row } = base;
  const heard = notices.find((name) => name === page.req.query("hinweis"));
  return page.render(
    <OneView
      {...base}
      people={await listConsents(ctx, row.id)}
      form={form}
      refusal={refusal && consents(ctx)(`refused_${refusal}`)}
      notice={heard && say(ctx)(heard)}
    />,
    officeProps(ctx, process, joining(ctx)(row.kind), refusal ? 409 : form ? 422 : 200),
  );
};

/** `/buero/beteiligung/:id/zusammenlegungen`: joinings in the hand of the office. */
export const pages = routes()
  .get("/:id/zusammenlegungen", async (page) => {
    const { ctx, process } = await baseOf(page);
    return page.render(
      <ListView ctx={ctx} process={process} rows={await listJoinings(ctx, process.id)} />,
      officeProps(ctx, process, say(ctx)("heading")),
    );
  })
  .get("/:id/zusammenlegungen/neu", (page) => showNew(page))
  .post("/:id/zusammenlegungen/neu", async (page) => {
    const { ctx, process } = await baseOf(page);
    const body = await sent(page);
    const kind = kindIn(body["art"]);
    const reading = await readJoining(ctx, process.id, body);
    if (!reading.ok) return showNew(page, { form: reading.form, kind });
    const outcome = await askForJoining(ctx, process, reading.value);
    if (outcome.ok) return seeOther(page, paths.officeJoining(process.id, outcome.value));
    const refusal = joining(ctx)(`refused_${outcome.because}`);
    return showNew(page, { form: reading.form, kind, refusal });
  })
  .get("/:id/zusammenlegungen/:joining", (page) => showOne(page))
  .post("/:id/zusammenlegungen/:joining", async (page) => {
    const { ctx, process, row } = await oneIn(page);
    const input = read(ctx, Written, await sent(page));
    if (!input.ok) return showOne(page, { form: input.form });
    const { wer, antwort: answer, worte: words } = input.value;
    const outcome = await writeConsent(ctx, row.id, wer, { answer, words });
    if (!outcome.ok) return showOne(page, { refusal: outcome.because });
    return seeOther(page, paths.officeJoining(process.id, row.id), "saved");
  })
  .post("/:id/zusammenlegungen/:joining/ruecknahme", async (page) => {
    const { ctx, process, row } = await oneIn(page);
    const outcome = await cancelJoining(ctx, row.id);
    if (!outcome.ok) return showOne(page, { refusal: outcome.because });
    return seeOther(page, paths.officeJoining(process.id, row.id), "canceled");
  });
