import * as z from "zod";
import { deviceToken, setDevice } from "#core/device-cookie.ts";
import { found } from "#core/errors.ts";
import type { Id } from "#core/id.ts";
import { blank, type Filled, line, read } from "#core/input.ts";
import { type Page, routes, seeOther, sent, slugIn } from "#core/web.ts";
import { say as common } from "#modules/participation/messages.ts";
import { voice } from "#modules/participation/opinions/commands.ts";
import { findPublicRound } from "#modules/participation/opinions/queries.ts";
import { paths } from "#modules/participation/paths.ts";
import { longestStatement, suggestStatement } from "#modules/participation/statements/commands.ts";
import { countTry } from "#modules/people/attempts/commands.ts";
import { deviceOf } from "./paths.ts";
import { askNext } from "./queries.ts";
import { VoicingView } from "./views.tsx";

/** A class or a hall votes through one network. */
const votesAtOnce = { tries: 3_000, minutes: 10 };
const statementsAtOnce = { tries: 60, minutes: 10 };

const Voted = z.object({
  aussage: z.uuid().transform((id) => id as Id<"statement">),
  stimme: z.enum(["1", "0", "-1"]).transform((text) => (text === "1" ? 1 : text === "-1" ? -1 : 0)),
});
const Written = z.object({ text: line(longestStatement) });

type Refused = { readonly form: Filled; readonly because?: "notOpen" | "notTaken" | "tooMany" };

const show = async (page: Page, status: 200 | 409 | 422 = 200, refused?: Refused) => {
  const { ctx, formKey } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  const wanted = /^\d{1,6}$/u.exec(page.req.query("aussage") ?? "")?.[0];
  const asking = await askNext(
    ctx,
    round,
    deviceToken(page, deviceOf(round.slug)),
    wanted === undefined ? undefined : Number(wanted),
  );
  return page.render(
    <VoicingView
      ctx={ctx}
      formKey={formKey}
      round={round}
      asking={asking}
      form={refused?.form ?? blank}
      refused={refused?.because}
      isSent={page.req.query("hinweis") === "gesendet"}
    />,
    { title: round.title, status, crumbs: [{ href: paths.listing, label: common(ctx)("participation") }] },
  );
};

const vote = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  const input = read(ctx, Voted, await sent(page));
  if (!input.ok) return show(page, 422, { form: blank });
  await countTry(ctx, `meinung ${page.var.network}`, votesAtOnce);
  const device = deviceOf(round.slug);
  const outcome = await voice(ctx, round.id, {
    token: deviceToken(page, device),
    statement: input.value.aussage,
    vote: input.value.stimme,
  });
  if (!outcome.ok) return show(page, 409, { form: blank, because: outcome.because });
  if (outcome.value.token) setDevice(page, device, outcome.value.token);
  return seeOther(page, paths.round(round.slug));
};

const write = async (page: Page) => {
  const { ctx } = page.var;
  const round = found(await findPublicRound(ctx, slugIn(page)));
  const input = read(ctx, Written, await sent(page));
  if (!input.ok) return show(page, 422, { form: input.form });
  await countTry(ctx, `aussage ${page.var.network}`, statementsAtOnce);
  const device = deviceOf(round.slug);
  const outcome = await suggestStatement(ctx, round.id, deviceToken(page, device), input.value.text);
  if (!outcome.ok) return show(page, 409, { form: input.form, because: outcome.because });
  if (outcome.value.token) setDevice(page, device, outcome.value.token);
  return seeOther(page, paths.round(round.slug), "gesendet");
};

/** `/beteiligung/meinungen/:slug`: one statement after the other. */
export const pages = routes()
  .get("/:slug", (page) => show(page))
  .post("/:slug/stimmen", vote)
  .post("/:slug/aussagen", write);
