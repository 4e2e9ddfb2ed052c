import { system } from "#core/actor.ts";
import { found, NotFound } from "#core/errors.ts";
import { type Page, routes, seeOther, sent } from "#core/web.ts";
import { paths } from "#modules/shifts/paths.ts";
import { findPlaces } from "#modules/shifts/places/queries.ts";
import { answerByLink } from "./commands.ts";
import { say } from "./messages.ts";
import { findOffered, type Offered } from "./queries.ts";
import { type Ending, FreePlacePage } from "./views.tsx";

const tokenIn = (page: Page): string => {
  const token = page.req.param("token") ?? "";
  if (!/^[\w-]{43}$/u.test(token)) throw new NotFound();
  return token;
};

const notices = { zugesagt: "done_confirmed", angefragt: "done_asked", abgesagt: "done_canceled" } as const;
type NoticeName = keyof typeof notices;
const isNotice = (name: string | undefined): name is NoticeName => name !== undefined && name in notices;

const endingOf = (now: Date, { state, offerExpiresAt }: Offered): Ending | undefined => {
  if (state === "passed") return "refused_expired";
  if (state !== "offered") return "refused_answered";
  return (offerExpiresAt ?? now) <= now ? "refused_expired" : undefined;
};

const draw = async (page: Page, refusal?: Ending) => {
  const ctx = page.get("ctx");
  const token = tokenIn(page);
  const offered = found(await findOffered(ctx, token));
  // The link is the permission: whoever has it may read what it is about.
  const [place] = await findPlaces({ ...ctx, actor: system }, [offered.needId]);
  const said = page.req.query("hinweis");
  const told = isNotice(said) && offered.state !== "offered" ? notices[said] : undefined;
  return page.render(
    <FreePlacePage
      ctx={ctx}
      token={token}
      offered={offered}
      place={found(place)}
      formKey={page.get("formKey")}
      ending={refusal ?? told ?? endingOf(ctx.now, offered)}
    />,
    { title: say(ctx)("heading"), hidden: true, ...(refusal ? { status: 409 as const } : {}) },
  );
};

/** /schicht/platz/:token – a look never answers; a button does, once. */
export const pages = routes()
  .get("/:token", (page) => draw(page))
  .post("/:token", async (page) => {
    const body = await sent(page);
    const answer = (["accept", "decline"] as const).find((one) => one === body["antwort"]);
    if (!answer) return draw(page);
    const token = tokenIn(page);
    const outcome = await answerByLink(page.get("ctx"), token, answer);
    if (!outcome.ok) return draw(page, `refused_${outcome.because}`);
    const notice: NoticeName =
      outcome.value === "confirmed" ? "zugesagt" : outcome.value === "asked" ? "angefragt" : "abgesagt";
    return seeOther(page, paths.freePlace(token), notice);
  });
