import { allow, found } from "#core/errors.ts";
import { idIn, type Page, routes, seeOther, sent } from "#core/web.ts";
import { type Desk, manage, paths } from "#modules/opportunities/paths.ts";
import { may } from "#modules/opportunities/policy.ts";
import {
  findOpportunity,
  listStates,
  needsReview,
  type WholeOpportunity,
} from "#modules/opportunities/queries.ts";
import { stateName } from "#modules/opportunities/vocabulary.ts";
import { missingLegalNotice } from "#modules/places/queries.ts";
import {
  confirmOpportunity,
  lacking,
  type MoveRefusal,
  moveOpportunity,
  publishOpportunity,
} from "./commands.ts";
import { say } from "./messages.ts";
import { notices, type Refusal, ShowPage } from "./views.tsx";

const area = (desk: Desk) => (desk === "office" ? ("office" as const) : ("public" as const));

const refusalOf = async (page: Page, offer: WholeOpportunity, because: MoveRefusal): Promise<Refusal> => {
  const ctx = page.get("ctx");
  const words = say(ctx);
  switch (because) {
    case "legalNotice": {
      const heading = words("legalNotice", { fields: (await missingLegalNotice(ctx)).join(", ") });
      return {
        heading,
        ...(may.review(ctx) ? { link: { href: paths.settings, label: words("legalNoticeLink") } } : {}),
      };
    }
    case "incomplete":
      return {
        heading: words("incomplete", {
          fields: lacking(offer)
            .map((key) => words(key))
            .join(", "),
        }),
      };
    case "notPossible":
      return { heading: words("notPossible", { state: stateName(ctx, offer.state) }) };
    default:
      return { heading: words("reasonMissing") };
  }
};

const refusals: readonly string[] = ["legalNotice", "incomplete", "notPossible", "reasonMissing"];
const isRefusal = (notice: string | undefined): notice is MoveRefusal =>
  notice !== undefined && refusals.includes(notice);

const draw = async (page: Page, desk: Desk, because?: MoveRefusal) => {
  const ctx = page.get("ctx");
  const offer = found(await findOpportunity(ctx, idIn(page)));
  allow(may.change(ctx, offer));
  const first = offer.state === "draft" && (await needsReview(ctx, offer.organizationId));
  // Saved but not published: the form sends the reason along in the address.
  const notice = page.req.query("hinweis");
  const reason = because ?? (page.req.method === "GET" && isRefusal(notice) ? notice : undefined);
  return page.render(
    <ShowPage
      ctx={ctx}
      desk={desk}
      offer={offer}
      history={await listStates(ctx, offer.id)}
      formKey={page.get("formKey")}
      first={first}
      notice={
        notice !== undefined && Object.hasOwn(notices, notice)
          ? notices[notice as keyof typeof notices]
          : undefined
      }
      refusal={reason && (await refusalOf(page, offer, reason))}
    />,
    {
      title: offer.title,
      crumbs: [{ href: manage[desk].list, label: say(ctx)("offers") }],
      area: area(desk),
      hidden: true,
      ...(because ? { status: 409 as const } : {}),
    },
  );
};

const id = "/:id{[0-9a-f-]{36}}";

/** The offers one manages: by state, one by one, and each step from draft to end. */
export const pagesOf = (desk: Desk) =>
  routes()
    .get(id, (page) => draw(page, desk))
    .post(`${id}/veroeffentlichung`, async (page) => {
      const outcome = await publishOpportunity(page.get("ctx"), idIn(page));
      return outcome.ok
        ? seeOther(page, manage[desk].show(idIn(page)), outcome.value)
        : draw(page, desk, outcome.because);
    })
    .post(`${id}/stand`, async (page) => {
      const body = await sent(page);
      const to = (["draft", "paused", "ended"] as const).find((state) => state === body["to"]);
      if (!to) return draw(page, desk, "notPossible");
      const outcome = await moveOpportunity(
        page.get("ctx"),
        idIn(page),
        to,
        String(body["reason"] ?? "").slice(0, 1_000),
      );
      return outcome.ok
        ? seeOther(page, manage[desk].show(idIn(page)), outcome.value)
        : draw(page, desk, outcome.because);
    })
    .post(`${id}/bestaetigung`, async (page) => {
      await confirmOpportunity(page.get("ctx"), idIn(page));
      return seeOther(page, manage[desk].show(idIn(page)), "bestaetigt");
    });
