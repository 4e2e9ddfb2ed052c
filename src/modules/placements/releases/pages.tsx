import { found } from "#core/errors.ts";
import { type Filled, read } from "#core/input.ts";
import { looked, type Page, type PageProps, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/placements/paths.ts";
import { findLink, readReferral, releaseOf } from "#modules/placements/referrals/queries.ts";
import {
  giveReleaseByLink,
  ReleaseInput,
  type ReleaseRefusal,
  WithdrawInput,
  withdrawReleaseByLink,
} from "./commands.ts";
import { say } from "./messages.ts";
import { Expired, ReleasePage } from "./views.tsx";

type Problem = { readonly form?: Filled; readonly refusal?: ReleaseRefusal };

const tokenIn = (page: Page): string => page.req.param("token") ?? "";

const show = async (page: Page, status: PageProps["status"] = 200, problem: Problem = {}) => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const link = found(await findLink(ctx, token, "release"));
  const words = say(ctx);
  if (link.expiresAt <= ctx.now) {
    return page.render(<Expired ctx={ctx} />, { title: words("expiredTitle"), hidden: true, status: 410 });
  }
  const referral = found(await readReferral(ctx, link.referralId));
  looked(page, referral.personId, words("purpose"));
  return page.render(
    <ReleasePage
      ctx={ctx}
      formKey={page.get("formKey")}
      referral={referral}
      release={await releaseOf(ctx, referral.id)}
      action={paths.releaseLink(token)}
      endAction={paths.releaseEnd(token)}
      notice={page.req.query("hinweis")}
      {...problem}
    />,
    {
      title: referral.state === "proposed" ? words("heading") : referral.title,
      hidden: true,
      status: status ?? 200,
    },
  );
};

const release = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, ReleaseInput, await sent(page), { dataMissing: say(ctx)("dataMissing") });
  if (!input.ok) return show(page, 422, { form: input.form });
  const outcome = await giveReleaseByLink(ctx, tokenIn(page), input.value);
  if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
  return seeOther(page, paths.releaseLink(tokenIn(page)), "freigegeben");
};

const takeBack = async (page: Page) => {
  const ctx = page.get("ctx");
  const input = read(ctx, WithdrawInput, await sent(page));
  if (!input.ok) return show(page, 422);
  const outcome = await withdrawReleaseByLink(ctx, tokenIn(page), input.value.grund);
  if (!outcome.ok) return show(page, 409, { refusal: outcome.because });
  return seeOther(page, paths.releaseLink(tokenIn(page)), "zurueckgenommen");
};

/** `/freigabe/:token`: the person decides; looking changes nothing. */
export const pages = routes()
  .get("/:token", (page) => show(page))
  .post("/:token", release)
  .post("/:token/ruecknahme", takeBack);
